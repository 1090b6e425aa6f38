using System.Globalization;

namespace Collector.Delivery;

/// <summary>Reads who takes lines: <c>a:2003,b:2003:one,[::1]</c>, as in carbon's DESTINATIONS.</summary>
/// <param name="text">The whole URI, for messages.</param>
/// <param name="example">What such a URI looks like.</param>
/// <param name="defaultPort">The port where none is written.</param>
internal sealed class ReceiverList(string text, string example, int defaultPort)
{
    private const string PortRule = "a port is a number from 1 to 65535";

    /// <summary>Reads one receiver or several.</summary>
    /// <param name="list">What stands behind the slashes.</param>
    /// <param name="receivers">Who they are, in their order.</param>
    /// <returns>What is wrong, as a sentence; null if nothing is.</returns>
    public string? Parse(string list, out IReadOnlyList<Receiver> receivers)
    {
        List<Receiver> found = [];
        receivers = found;
        int foreign = list.IndexOfAny(['/', '\\', '@', '#']);
        if (foreign >= 0)
        {
            return $"'{text}': '{list[foreign..]}' does not belong here; a destination ends with its port, as in {example}";
        }

        foreach (string item in list.Split(','))
        {
            if (item.Length == 0 && list.Length > 0)
            {
                return $"'{text}': one of the receivers is empty; there is a comma too many";
            }

            if (ParseOne(item, out Receiver receiver) is string error)
            {
                return error;
            }

            if (found.Exists(other => other.Port == receiver.Port && other.Host.Equals(receiver.Host, StringComparison.OrdinalIgnoreCase)))
            {
                return $"'{text}': the receiver '{item}' is there twice";
            }

            found.Add(receiver);
        }

        return null;
    }

    private string? ParseOne(string item, out Receiver receiver)
    {
        receiver = new("", defaultPort);
        string? error = Split(item, out string host, out string port, out string? instance);
        if (error is not null)
        {
            return error;
        }

        if (host.Length == 0 || host.Any(static letter => char.IsWhiteSpace(letter) || char.IsControl(letter)))
        {
            return $"'{text}' names no host; it looks like {example}";
        }

        int number = defaultPort;
        if (port.Length > 0
            && (!int.TryParse(port[1..], NumberStyles.None, CultureInfo.InvariantCulture, out number)
                || number is < 1 or > ushort.MaxValue))
        {
            return $"'{text}': '{port[1..]}' is no port; {PortRule}";
        }

        if (instance is not null && (instance.Length == 0 || !instance.All(IsOfInstance)))
        {
            return $"'{text}': '{instance}' is no name of an instance; it has letters, digits, '.', '_' and '-'";
        }

        receiver = new(host, number, instance);
        return null;
    }

    /// <summary>Divides <c>host:port:instance</c>. An IPv6 address has colons of its own, and brackets around it.</summary>
    private string? Split(string item, out string host, out string port, out string? instance)
    {
        int close = item.StartsWith('[') ? item.IndexOf(']', StringComparison.Ordinal) : 0;
        int colon = item.IndexOf(':', Math.Max(0, close));
        host = colon < 0 ? item : item[..colon];
        port = colon < 0 ? "" : item[colon..];
        instance = null;
        if (close < 0)
        {
            return $"'{text}': the bracket before the address is never closed";
        }

        if (close > 0 && host.Length != close + 1)
        {
            return $"'{text}': after the bracket only a port may follow, as in {item[..(close + 1)]}:{defaultPort}";
        }

        if (close == 0 && (port.StartsWith("::", StringComparison.Ordinal) || port.Count(static letter => letter == ':') > 2))
        {
            return $"'{text}': an IPv6 address stands in brackets, as in [::1]:{defaultPort}";
        }

        host = host.Trim('[', ']');
        int second = port.IndexOf(':', Math.Min(1, port.Length));
        if (second > 0)
        {
            instance = port[(second + 1)..];
            port = port[..second];
        }

        return null;
    }

    private static bool IsOfInstance(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-';
}
