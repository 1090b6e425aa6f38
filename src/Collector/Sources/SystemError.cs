using System.Runtime.InteropServices;

namespace Collector.Sources;

/// <summary>The system's own words for its error codes.</summary>
internal static class SystemError
{
    /// <summary>For example <c>Permission denied (13)</c>.</summary>
    public static string Describe(int code) => $"{Marshal.GetPInvokeErrorMessage(code).TrimEnd('.', ' ')} ({code})";
}
