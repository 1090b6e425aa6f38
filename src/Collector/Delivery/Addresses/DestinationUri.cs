using System.Diagnostics.CodeAnalysis;
using Collector.Wire;

namespace Collector.Delivery;

/// <summary>Reads destinations as people write them: <c>graphite://carbon:2003?names=metcollect</c>.</summary>
internal static class DestinationUri
{
    private const int GraphitePort = 2003;
    private const int PicklePort = 2004;
    private const int StatsdPort = 8125;

    /// <summary>What fits into an Ethernet frame, whatever lies around it.</summary>
    private const int DefaultPacket = 1432;

    private static readonly string[] s_schemes =
        ["graphite", "graphite+udp", "graphite+tls", "graphite+pickle", "statsd", "statsd+tcp", "stdout", "file"];

    /// <summary>The schemes that have a host behind them.</summary>
    public static IEnumerable<string> NetworkSchemes => s_schemes.Take((int)DestinationScheme.Stdout);

    /// <summary>How each kind of destination begins.</summary>
    public static string[] Beginnings => Array.ConvertAll(s_schemes, static scheme => scheme switch
    {
        "stdout" => "stdout:",
        "file" => "file:///",
        _ => $"{scheme}://",
    });

    /// <param name="text">The URI.</param>
    /// <param name="options">What it says.</param>
    /// <param name="error">Otherwise one sentence that says what is wrong, and what would be right.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out DestinationOptions? options, [NotNullWhen(false)] out string? error)
    {
        options = null;
        error = Parse(text, ref options);
        return error is null && options is not null;
    }

    private static string? Parse(string text, ref DestinationOptions? options)
    {
        int query = text.IndexOf('?', StringComparison.Ordinal);
        string address = query < 0 ? text : text[..query];
        int colon = address.IndexOf(':', StringComparison.Ordinal);
        string name = colon < 0 ? address : address[..colon];
        int scheme = Array.IndexOf(s_schemes, name.ToLowerInvariant());
        if (scheme < 0)
        {
            return UnknownScheme(text, address, name);
        }

        string rest = colon < 0 ? "" : address[(colon + 1)..];
        DestinationOptions found = new(
            text, (DestinationScheme)scheme, [], "", null, null, null, 0, false, WireKind.Graphite);
        string? error = found.Scheme switch
        {
            DestinationScheme.Stdout => ParseStdout(text, colon, rest),
            DestinationScheme.File => ParseFile(text, rest, ref found),
            _ => ParseNetwork(text, name, rest, ref found),
        };

        error ??= DestinationQuery.Parse(text, query < 0 ? "" : text[(query + 1)..], ref found);
        options = error is null ? found : null;
        return error;
    }

    private static string UnknownScheme(string text, string address, string name)
    {
        if (!address.Contains("//", StringComparison.Ordinal) && Nearest.To(name, s_schemes) is null)
        {
            return $"'{text}' has no scheme: a destination looks like graphite://{(name.Length > 0 ? name : "carbon")}:2003";
        }

        return $"'{text}': unknown scheme '{name}'; {Nearest.Hint(name, s_schemes)}";
    }

    private static string? ParseStdout(string text, int colon, string rest)
    {
        return colon < 0 || rest.Length > 0 ? $"'{text}': standard output is written stdout:" : null;
    }

    private static string? ParseFile(string text, string rest, ref DestinationOptions options)
    {
        if (!rest.StartsWith("///", StringComparison.Ordinal) || rest.Length == 3 || rest.EndsWith('/'))
        {
            return $"'{text}': a file is written with its whole path, as in file:///var/tmp/metrics.txt";
        }

        string path = Uri.UnescapeDataString(rest[2..]);
        if (path.Any(char.IsControl))
        {
            return $"'{text}': there is a control character in the file's path; take it out";
        }

        bool hasDrive = path.Length > 2 && path[2] == ':' && char.IsAsciiLetter(path[1]);
        options = options with { Path = hasDrive && OperatingSystem.IsWindows() ? path[1..] : path };
        return OperatingSystem.IsWindows() && !hasDrive
            ? $"'{text}': a file is written with its drive, as in file:///C:/metrics.txt"
            : null;
    }

    private static string? ParseNetwork(string text, string scheme, string rest, ref DestinationOptions options)
    {
        bool isStatsd = options.Scheme is DestinationScheme.Statsd or DestinationScheme.StatsdTcp;
        bool isDatagram = options.Scheme is DestinationScheme.Statsd or DestinationScheme.GraphiteUdp;
        int port = isStatsd ? StatsdPort : options.Scheme == DestinationScheme.GraphitePickle ? PicklePort : GraphitePort;
        string example = $"{scheme}://{(isStatsd ? "statsd" : "carbon")}:{port}";
        if (!rest.StartsWith("//", StringComparison.Ordinal))
        {
            return $"'{text}': two slashes and a host follow the scheme, as in {example}";
        }

        string? error = new ReceiverList(text, example, port).Parse(rest[2..].TrimEnd('/'), out IReadOnlyList<Receiver> receivers);
        options = options with
        {
            Receivers = receivers,
            MaxPacket = isDatagram ? DefaultPacket : 0,
            Wire = isStatsd ? WireKind.Statsd : WireKind.Graphite,
        };
        return error ?? (receivers.Count > 1 && !DeliveryKeys.TakesSeveral(options.Scheme)
            ? $"'{text}': several receivers are for graphite, graphite+tls and graphite+pickle only; make each a destination of its own"
            : null);
    }
}
