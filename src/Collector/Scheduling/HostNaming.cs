using Collector.Identity;
using Collector.Logging;

namespace Collector.Scheduling;

/// <summary>Gives all lines the name that this host has at each tick, and holds them back while it has none of its own.</summary>
/// <param name="outlets">Where lines go.</param>
/// <param name="identity">What this host is called; null where nothing follows its name.</param>
/// <param name="heldBytes">The most bytes of lines that wait for one destination.</param>
/// <param name="log">Takes a line for people whenever that changes.</param>
internal sealed class HostNaming(Outlet[] outlets, HostIdentity? identity, long heldBytes, Log log)
{
    private bool _isHeld;

    private long LinesHeld => outlets.Sum(static outlet => outlet.LinesHeld);

    /// <summary>Before the first tick.</summary>
    /// <param name="now">Monotonic milliseconds.</param>
    public void Begin(long now)
    {
        if (identity is { IsExpected: false })
        {
            Hold();
        }
        else
        {
            if (identity is not null && LinesHeld > 0)
            {
                AnnounceHeld(identity.Name);
            }

            Name(now);
        }
    }

    /// <summary>At each tick.</summary>
    /// <param name="now">Monotonic milliseconds.</param>
    public void Update(long now)
    {
        if (identity is null || !identity.Refresh())
        {
            return;
        }

        if (!identity.IsExpected)
        {
            Hold();
            return;
        }

        if (_isHeld)
        {
            AnnounceHeld(identity.Name);
        }
        else
        {
            log.Information($"this host is called '{identity.Name}' now; lines bear that name from here on");
        }

        Name(now);
    }

    private void AnnounceHeld(string name) =>
        log.Information($"this host is called '{name}' now; {LinesHeld} lines that waited for its name are sent under it");

    private void Name(long now)
    {
        _isHeld = false;
        foreach (Outlet outlet in outlets)
        {
            outlet.Name(identity?.Name ?? "", now);
        }
    }

    private void Hold()
    {
        log.Warning($"this host is called '{identity!.Name}', which is not a name that is expected ({identity.Expected}): "
            + "lines wait in memory until it has one");
        if (!_isHeld)
        {
            _isHeld = true;
            foreach (Outlet outlet in outlets)
            {
                outlet.Hold(heldBytes);
            }
        }
    }
}
