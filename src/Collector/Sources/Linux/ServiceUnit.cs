namespace Collector.Sources.Linux;

/// <summary>What systemd's unit files say of a service.</summary>
/// <param name="Name">The unit, for example <c>ssh.service</c>.</param>
/// <param name="StartType">One of the numbers below; null if there is no such unit.</param>
/// <param name="Slice">Which slice it is put into; empty for the usual one.</param>
/// <param name="RemainsAfterExit">Whether it counts as active when its processes have ended.</param>
internal sealed record ServiceUnit(string Name, ulong? StartType, string Slice = "", bool RemainsAfterExit = false)
{
    public const ulong Automatic = 2;
    public const ulong OnDemand = 3;
    public const ulong Masked = 4;

    private const string SliceSuffix = ".slice";

    /// <summary>Its control group, below the hierarchy's root.</summary>
    public string ControlGroup => $"{SlicePath(Slice.Length > 0 ? Slice : UsualSlice())}/{Name}";

    /// <summary>The template of a unit such as <c>getty@tty1.service</c>: <c>getty@.service</c>; null for others.</summary>
    public static string? TemplateOf(string unit)
    {
        int at = unit.IndexOf('@');
        return at > 0 && !unit.AsSpan(at).StartsWith("@.") ? $"{unit[..at]}@.service" : null;
    }

    /// <summary>Adds what the lines of a unit file or a drop-in say.</summary>
    public ServiceUnit With(IEnumerable<string> lines)
    {
        ServiceUnit unit = this;
        foreach (string line in lines)
        {
            int equals = line.IndexOf('=');
            string value = line[(equals + 1)..].Trim();
            unit = (equals < 0 ? "" : line[..equals].Trim()) switch
            {
                "Slice" => unit with { Slice = value },
                "RemainAfterExit" => unit with { RemainsAfterExit = value is "yes" or "true" or "on" or "1" },
                _ => unit,
            };
        }

        return unit;
    }

    /// <summary>The folder of a slice: <c>a-b.slice</c> lies in <c>a.slice</c>, and <c>-.slice</c> is the root.</summary>
    private static string SlicePath(string slice)
    {
        string name = slice.EndsWith(SliceSuffix, StringComparison.Ordinal) ? slice[..^SliceSuffix.Length] : slice;
        if (name == "-")
        {
            return "";
        }

        string path = "";
        for (int dash = name.IndexOf('-'); dash >= 0; dash = name.IndexOf('-', dash + 1))
        {
            path += $"/{name[..dash]}{SliceSuffix}";
        }

        return $"{path}/{name}{SliceSuffix}";
    }

    /// <summary>The instances of a template share a slice of their own, whose name may not have a dash of the template's.</summary>
    private string UsualSlice() => TemplateOf(Name) is null
        ? "system.slice"
        : $"system-{Name[..Name.IndexOf('@')].Replace("-", @"\x2d", StringComparison.Ordinal)}.slice";
}
