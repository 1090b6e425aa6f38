using System.Globalization;

namespace Collector.Delivery;

/// <summary>Reads who takes lines: <c>carbon:2003</c>, <c>[::1]:2003</c>, or several as in <c>a:2003,b:2003:one</c>.</summary>
internal static class ReceiverList
{
    /// <param name="text">The URI, for messages.</param>
    /// <param name="authority">What stands between the slashes and the query.</param>
    /// <param name="example">What a right one looks like.</param>
    /// <param name="port">The port where none is named.</param>
    /// <param name="mayBeMany">Whether there may be several, and whether these may have instance names.</param>
    /// <param name="receivers">What was found.</param>
    /// <returns>What is wrong, as a sentence; null if nothing is.</returns>
    public static string? Parse(
        string text, string authority, string example, int port, bool mayBeMany, out IReadOnlyList<Receiver> receivers)
    {
        List<Receiver> found = [];
        receivers = found;
        foreach (string item in authority.Split(','))
        {
            if (item.Length == 0 && authority.Length > 0)
            {
                return $"'{text}': one of the receivers is empty; there is a comma too many";
            }

            if (ParseOne(text, item, example, port, mayBeMany, out Receiver receiver) is string error)
            {
                return error;
            }

            if (found.Exists(other => IsSame(other, receiver)))
            {
                return $"'{text}': the receiver '{item}' is there twice";
            }

            found.Add(receiver);
        }

        return found.Count > 1 && !mayBeMany
            ? $"'{text}': only graphite, graphite+tls and graphite+pickle have several receivers; give --to once for each of these"
            : null;
    }

    private static string? ParseOne(string text, string item, string example, int port, bool mayHaveInstance, out Receiver receiver)
    {
        receiver = new("", port);
        if (Split(text, item, example, out string host, out string rest) is string error)
        {
            return error;
        }

        string[] parts = rest.Length > 0 ? rest[1..].Split(':') : [];
        if (parts.Length > 0
            && (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > ushort.MaxValue))
        {
            return $"'{text}': '{parts[0]}' is no port; a port is a number from 1 to 65535";
        }

        if (parts.Length > 1 && (!mayHaveInstance || parts.Length > 2 || parts[1].Length == 0))
        {
            return mayHaveInstance
                ? $"'{text}': behind the port only the name of an instance may follow, as in {host}:{port}:a"
                : $"'{text}': ':{parts[1]}' does not belong here; a destination ends with its port, as in {example}";
        }

        receiver = new(host, port, parts.Length > 1 ? parts[1] : null);
        return receiver.Instance is null || receiver.Instance.All(IsOfInstance) ? null
            : $"'{text}': '{receiver.Instance}' is no name of an instance; it has letters, digits, '.', '_' and '-'";
    }

    /// <summary>Whether it is one receiver under two names of instances, or in other letters.</summary>
    private static bool IsSame(Receiver one, Receiver other) =>
        one.Port == other.Port && one.Host.Equals(other.Host, StringComparison.OrdinalIgnoreCase);

    private static bool IsOfInstance(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-';

    /// <summary>Divides the host from what follows it. An IPv6 address has colons of its own, and brackets around it.</summary>
    private static string? Split(string text, string item, string example, out string host, out string rest)
    {
        int slash = item.IndexOfAny(['/', '\\', '@', '#']);
        int close = item.StartsWith('[') ? item.IndexOf(']', StringComparison.Ordinal) : 0;
        int colon = item.IndexOf(':', Math.Max(0, close));
        host = colon < 0 ? item : item[..colon];
        rest = colon < 0 ? "" : item[colon..];
        if (slash >= 0)
        {
            return $"'{text}': '{item[slash..]}' does not belong here; a destination ends with its port, as in {example}";
        }

        if (close < 0)
        {
            return $"'{text}': the bracket before the address is never closed";
        }

        if (close > 0 && host.Length != close + 1)
        {
            return $"'{text}': after the bracket only a port may follow, as in {item[..(close + 1)]}:2003";
        }

        if (close == 0 && (rest.Count(static letter => letter == ':') > 2 || rest.Contains("::", StringComparison.Ordinal)))
        {
            return $"'{text}': an IPv6 address stands in brackets, as in [::1]:2003";
        }

        host = host.Trim('[', ']');
        return host.Length == 0 || host.Any(static letter => char.IsWhiteSpace(letter) || char.IsControl(letter))
            ? $"'{text}' names no host; it looks like {example}"
            : null;
    }
}
