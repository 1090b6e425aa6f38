namespace Collector.Filters;

/// <summary>Reads the items of a filter: <c>[+|-]group[instance].metric</c>, with commas between them.</summary>
internal static class FilterParser
{
    /// <summary>The items of a text; commas within brackets belong to the instance.</summary>
    public static IEnumerable<string> Split(string text)
    {
        int depth = 0;
        int start = 0;
        for (int index = 0; index < text.Length; index++)
        {
            depth += text[index] switch { '[' => 1, ']' => -1, _ => 0 };
            if (text[index] == ',' && depth <= 0)
            {
                yield return text[start..index].Trim();
                start = index + 1;
            }
        }

        yield return text[start..].Trim();
    }

    /// <param name="text">One item.</param>
    /// <param name="fault">What is wrong with it, if it is none.</param>
    /// <returns>Null if the text is no item.</returns>
    public static FilterItem? Parse(string text, out string fault)
    {
        fault = "";
        FilterSign sign = text switch
        {
            ['-', ..] => FilterSign.Remove,
            ['+', ..] => FilterSign.Add,
            _ => FilterSign.Only,
        };
        string rest = sign == FilterSign.Only ? text : text[1..].TrimStart();
        int bracket = rest.IndexOf('[');
        if (bracket >= 0)
        {
            return WithInstance(text, sign, rest, bracket, out fault);
        }

        int dot = rest.IndexOf('.');
        string group = dot < 0 ? rest : rest[..dot];
        string? metric = dot < 0 ? null : rest[(dot + 1)..];
        if (metric is not null && metric.LastIndexOf('.') is >= 0 and int last)
        {
            fault = $"'{text}': an instance stands in brackets: {group}[{metric[..last]}].{metric[(last + 1)..]}";
            return null;
        }

        return new(text, sign, group, Instance: null, metric);
    }

    private static FilterItem? WithInstance(string text, FilterSign sign, string rest, int bracket, out string fault)
    {
        string group = rest[..bracket];
        int end = ClosingBracket(rest, bracket);
        string instance = end < 0 ? "" : rest[(bracket + 1)..end];
        string after = end < 0 ? "" : rest[(end + 1)..];
        fault = end < 0 ? $"'{text}': the bracket is not closed"
            : instance.Length == 0 ? $"'{text}': no instance stands in the brackets; '*' is any"
            : after is ['.'] || (after.Length > 0 && after[0] != '.') || after.AsSpan().Count('.') > 1
                ? $"'{text}': expected group[instance] or group[instance].metric"
            : "";
        return fault.Length > 0 ? null : new(text, sign, group, instance, after.Length > 0 ? after[1..] : null);
    }

    /// <summary>Where the first bracket is closed: names may have brackets of their own, in pairs.</summary>
    private static int ClosingBracket(string text, int open)
    {
        int depth = 0;
        for (int index = open; index < text.Length; index++)
        {
            depth += text[index] switch { '[' => 1, ']' => -1, _ => 0 };
            if (depth == 0)
            {
                return index;
            }
        }

        return -1;
    }
}
