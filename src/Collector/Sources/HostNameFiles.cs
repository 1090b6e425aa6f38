namespace Collector.Sources;

/// <summary>Reads the files that say what a Linux host is called.</summary>
internal static class HostNameFiles
{
    private static readonly char[] s_blanks = [' ', '\t', '\r'];

    /// <summary>The name in the text of /etc/hostname; empty if there is none.</summary>
    /// <remarks>https://man7.org/linux/man-pages/man5/hostname.5.html</remarks>
    public static string FirstName(string text)
    {
        foreach (string line in text.Split('\n'))
        {
            string name = line.Trim();
            if (name.Length > 0 && name[0] != '#')
            {
                return name;
            }
        }

        return "";
    }

    /// <summary>
    /// Completes a host's short name from the text of /etc/hosts: the first name with a dot on a line that has the
    /// short one, which is the canonical name unless the line's order is wrong.
    /// </summary>
    /// <remarks>https://man7.org/linux/man-pages/man5/hosts.5.html</remarks>
    public static string Qualify(string name, string hosts)
    {
        if (name.Contains('.'))
        {
            return name;
        }

        foreach (string line in hosts.Split('\n'))
        {
            string[] fields = line.Split('#')[0].Split(s_blanks, StringSplitOptions.RemoveEmptyEntries);
            string[] names = fields.Length > 0 ? fields[1..] : fields;
            if (names.Contains(name, StringComparer.OrdinalIgnoreCase)
                && Array.Find(names, IsQualified) is string qualified)
            {
                return qualified;
            }
        }

        return name;
    }

    /// <summary>Whether a name has a domain. The loopback's does not tell one host from another.</summary>
    private static bool IsQualified(string name) =>
        name.TrimEnd('.').Contains('.') && !name.StartsWith("localhost", StringComparison.OrdinalIgnoreCase);
}
