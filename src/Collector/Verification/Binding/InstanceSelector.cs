using Collector.Filters;
using Collector.Metrics;

namespace Collector.Verification;

/// <summary>Which instances of a group are meant.</summary>
/// <param name="Group">The group.</param>
/// <param name="Pattern">A name or a pattern; null for all that are measured unless more is asked for.</param>
internal sealed record InstanceSelector(MetricGroup Group, string? Pattern)
{
    public bool IsPattern => Pattern is null || Glob.IsPattern(Pattern);

    /// <summary>What is asked for, as it is written.</summary>
    public string Path => $"{Group.Name}[{(Pattern is null ? "*" : ExpressionPrinter.Instance(Pattern))}]";

    public static string PathOf(MetricGroup group, string instance) =>
        instance.Length == 0 ? group.Name : $"{group.Name}[{ExpressionPrinter.Instance(instance)}]";

    /// <summary>The instances that are meant. A name that is spelled exactly so goes before one that differs in case.</summary>
    public IReadOnlyList<InstanceState> In(IReadOnlyList<InstanceState> instances)
    {
        if (Pattern is null)
        {
            return [.. instances.Where(static instance => !instance.IsUnusual)];
        }

        if (IsPattern)
        {
            return [.. instances.Where(instance => Matches(instance.Name))];
        }

        InstanceState? one = instances.FirstOrDefault(instance => instance.Name == Pattern)
            ?? instances.FirstOrDefault(instance => Matches(instance.Name));
        return one is null ? [] : [one];
    }

    /// <summary>Why there are none of them.</summary>
    /// <param name="known">Those that there are.</param>
    public string Absence(IReadOnlyList<string> known)
    {
        string label = Group.InstanceLabel ?? "row";
        string fault = Pattern is null ? $"there is no {label} on this host"
            : IsPattern ? $"no {label} matches '{Pattern}'"
            : $"there is no {label} '{Pattern}'";
        const int Few = 8;
        return known.Count == 0 || Pattern is null ? fault
            : known.Count <= Few || Nearest.To(Pattern, known) is not null ? $"{fault}; {Nearest.Hint(Pattern, known)}"
            : $"{fault}; there are {string.Join(", ", known.Take(Few))} and {known.Count - Few} more";
    }

    /// <summary>A drive of Windows, <c>C:\</c>, is also <c>C:</c> and <c>C</c>.</summary>
    private bool Matches(string name)
    {
        string folder = name.Length > 1 ? name.TrimEnd('\\') : name;
        return Glob.IsMatch(Pattern, name)
            || (folder.Length < name.Length && (Glob.IsMatch(Pattern, folder) || Glob.IsMatch(Pattern, folder.TrimEnd(':'))));
    }
}
