using System.Reflection;

namespace Collector;

/// <summary>Which build this is.</summary>
internal static class BuildVersion
{
    /// <summary>What marks a build from files that differ from their commit.</summary>
    private const string Changed = "-changed";

    private static readonly string s_full = typeof(BuildVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>The version alone: <c>0.1.0</c>.</summary>
    public static string Number => s_full.Split('+')[0];

    /// <summary>The version and where it was built from: <c>0.1.0 (commit 5c5e637385b2)</c>.</summary>
    public static string Text => Describe(s_full);

    /// <param name="informational">The version, and behind a plus what the build's target <c>AddCommit</c> found.</param>
    public static string Describe(string informational)
    {
        string[] parts = informational.Split('+', 2);
        return parts is [string number, string commit]
            ? commit.EndsWith(Changed, StringComparison.Ordinal)
                ? $"{number} (commit {commit[..^Changed.Length]}, with changes)"
                : $"{number} (commit {commit})"
            : $"{informational} (built outside git)";
    }
}
