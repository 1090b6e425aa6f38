namespace Collector.Explaining;

/// <summary>Compares what people copy from a graph or a log with the names of lines.</summary>
internal static class WirePath
{
    private const string HostTag = ";host=";

    /// <summary>The path of what may be a whole line: <c>path value time</c>, <c>path:value|g</c>.</summary>
    public static string Clean(string text)
    {
        string path = text.Trim().Split(' ')[0];
        int colon = path.LastIndexOf(':');
        return colon > 0 && path.AsSpan(colon).Contains('|') ? path[..colon] : path;
    }

    /// <summary>
    /// How much of a path is the end of a line's name; 0 if it is the name of something else. What stands before (the
    /// prefix, the host, a server's own <c>stats.gauges.</c>) may differ.
    /// </summary>
    /// <param name="path">What was copied.</param>
    /// <param name="name">The line's name.</param>
    /// <param name="stem">What stands before the host's own in it.</param>
    public static int Common(string path, string name, string stem)
    {
        if (path == name)
        {
            return int.MaxValue;
        }

        string tail = WithoutHost(name[stem.Length..]);
        string typed = WithoutHost(path);
        return typed == tail || typed.EndsWith($".{tail}", StringComparison.Ordinal) ? tail.Length : 0;
    }

    private static string WithoutHost(string path)
    {
        int start = path.IndexOf(HostTag, StringComparison.Ordinal);
        int end = start < 0 ? -1 : path.IndexOf(';', start + 1);
        return start < 0 ? path : path[..start] + (end < 0 ? "" : path[end..]);
    }
}
