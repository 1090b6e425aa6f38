namespace Collector.Sources.Windows.Performance;

/// <summary>The way to a performance counter: <c>\Object(instance)\Counter</c>. The generator is built with this file too.</summary>
/// <param name="Object">The object's English name.</param>
/// <param name="Instances">The instance, or a pattern of instances with <c>*</c>; null for an object that has none.</param>
/// <param name="Counter">The counter's English name.</param>
internal sealed record CounterPath(string Object, string? Instances, string Counter)
{
    private const string Shape = @"write '\Object\Counter', '\Object(instance)\Counter' or '\Object(*)\Counter'";

    public string Text => Instances is null ? $@"\{Object}\{Counter}" : $@"\{Object}({Instances})\{Counter}";

    /// <summary>Takes a path apart; null, with the reason, if it is none.</summary>
    public static CounterPath? Parse(string path, out string fault)
    {
        if (path.StartsWith(@"\\", StringComparison.Ordinal))
        {
            fault = @"it names a host, and the collector measures the one that it runs on; leave out '\\host'";
            return null;
        }

        // An instance may have a backslash in its name, so a closing bracket counts for more than the first of them.
        int end = path.LastIndexOf(@")\", StringComparison.Ordinal) + 1;
        end = end > 0 ? end : path.IndexOf('\\', Math.Min(1, path.Length));
        if (path.Length == 0 || path[0] != '\\' || end <= 1)
        {
            fault = $"it is no path of a counter; {Shape}";
            return null;
        }

        string counter = path.Substring(end + 1);
        fault = FaultOf(counter, "counter") ?? "";
        return fault.Length == 0 && TryParseObject(path.Substring(1, end - 1), out string name, out string? instances, out fault)
            ? new(name, instances, counter)
            : null;
    }

    /// <summary>Takes <c>Object</c> or <c>Object(instances)</c> apart.</summary>
    public static bool TryParseObject(string text, out string name, out string? instances, out string fault)
    {
        int bracket = text.IndexOf('(');
        bool isClosed = text.Length > 0 && text[text.Length - 1] == ')';
        name = bracket >= 0 && isClosed ? text.Substring(0, bracket) : text;
        instances = bracket >= 0 && isClosed ? text.Substring(bracket + 1, text.Length - bracket - 2) : null;
        fault = bracket >= 0 != isClosed ? "its instance needs an opening and a closing bracket"
            : FaultOf(name, "object") ?? (instances is null ? "" : FaultOf(instances, "instance") ?? "");
        return fault.Length == 0;
    }

    /// <summary>What is wrong with the name of a counter, or null.</summary>
    public static string? FaultOfCounter(string name) => FaultOf(name, "counter");

    private static string? FaultOf(string name, string what)
    {
        bool isBackslashed = what != "instance" && name.Any(static character => character == '\\');
        return name.Trim().Length == 0 ? $"its {what} has no name"
            : name != name.Trim() ? $"its {what} has a blank at an end"
            : name.Any(char.IsControl) ? $"its {what} has a control character in its name"
            : isBackslashed ? $"its {what} has a backslash in its name"
            : null;
    }
}
