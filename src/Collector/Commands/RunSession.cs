using System.Globalization;
using Collector.Configuration;
using Collector.Delivery;
using Collector.Identity;
using Collector.Logging;
using Collector.Polling;
using Collector.Scheduling;
using Collector.Service;
using Collector.Wire;

namespace Collector.Commands;

/// <summary>
/// A run from its start to its end, under settings that may be read again on the way. A destination that is the same before and
/// after that goes on as it is, with all that waits for it.
/// </summary>
internal sealed class RunSession : IDisposable
{
    private readonly Func<Settings> _read;
    private readonly PollSet _set;
    private readonly RunControl _control;
    private readonly ISupervisor _supervisor;
    private readonly RunLog _log;
    private readonly DeliveryTotals _totals = new();
    private Settings _settings;
    private RunRoutes _routes;
    private Agent _agent;
    private TickClock _clock;
    private long _ticks;

    private RunSession(Func<Settings> read, PollSet set, RunControl control, ISupervisor supervisor, ILogSink sink)
    {
        _read = read;
        _set = set;
        _control = control;
        _supervisor = supervisor;
        _log = new(sink);
        _settings = ReadNamed(out HostIdentity identity);
        _log.Configure(_settings);
        _clock = new(_settings.Interval);
        HostReading reading = OpenReading(_settings);
        _routes = RunRoutes.Open(_settings, _set, Log);
        _agent = Start(reading, identity);
        Announce(reading);
    }

    private Log Log => _log.Log;

    /// <summary>Polls and forwards until the control says stop.</summary>
    /// <param name="read">Reads the settings, whenever they are wanted.</param>
    /// <param name="set">What to sleep on.</param>
    /// <param name="control">What others want; it wakes <paramref name="set"/>.</param>
    /// <param name="supervisor">Who wants to hear how it goes.</param>
    /// <param name="sink">Where the log goes.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UserError">The settings are wrong.</exception>
    public static int Run(Func<Settings> read, PollSet set, RunControl control, ISupervisor supervisor, ILogSink sink)
    {
        using RunSession session = new(read, set, control, supervisor, sink);
        return session.Run();
    }

    public void Dispose()
    {
        _routes.Dispose();
        _log.Dispose();
    }

    private int Run()
    {
        AgentEnd end = _agent.Run();
        while (end == AgentEnd.MustReload)
        {
            if (_control.TakeReload())
            {
                Reload();
            }

            end = _agent.Run();
        }

        return Close(end);
    }

    /// <summary>Goes on under new settings, or under the old ones if the new ones are wrong.</summary>
    private void Reload()
    {
        _supervisor.Reloading();
        try
        {
            Settings settings = ReadNamed(out HostIdentity identity);
            HostReading reading = OpenReading(settings);
            _log.Configure(settings);
            RunRoutes routes = _routes.Change(settings, Retire);
            _clock = settings.Interval == _settings.Interval ? _clock : new(settings.Interval, _clock);
            Agent before = _agent;
            _settings = settings;
            _routes = routes;
            _agent = Start(reading, identity, before);
            _ticks += before.Ticks;
            _totals.AddHeld(before);
            Log.Information("the configuration was read again");
            Announce(reading);
        }
        catch (UserError error)
        {
            Log.Error($"the configuration was not taken, and the old one stays in force: {error.Message}");
            KeepLog();
            _supervisor.Ready();
        }
    }

    /// <summary>Goes back to the log of the settings in force.</summary>
    private void KeepLog()
    {
        try
        {
            _log.Configure(_settings);
        }
        catch (UserError error)
        {
            Log.Error(error.Message);
        }
    }

    private void Retire(IReadOnlyList<Destination> destinations)
    {
        _agent.Close(destinations);
        _totals.Add(destinations);
    }

    private static HostReading OpenReading(Settings settings)
    {
        HostReading reading = HostReading.Open(settings, isLasting: true);
        reading.RequireOwnNames(RunRoutes.NamingsOf(settings));
        return reading;
    }

    /// <summary>Reads the settings, and asks once what this host is called; the identity follows it from there.</summary>
    private Settings ReadNamed(out HostIdentity identity)
    {
        Settings settings = _read();
        identity = new(settings.Host, settings.ExpectedHost, settings.Root);
        return settings with { Host = HostTemplate.Of(identity.Name) };
    }

    private Agent Start(HostReading reading, HostIdentity identity, Agent? before = null) => new(new()
    {
        Before = before,
        Readers = reading.Readers,
        Routes = _routes.Routes,
        Context = reading.Context,
        Set = _set,
        Control = _control,
        Clock = _clock,
        Log = Log,
        Identity = identity,
        Supervisor = _supervisor,
        Polled = [new SourceWatch(reading.Context.Watched)],
        FirstSeenRate = _settings.FirstSeenRate,
        HeldBytes = _settings.QueueBytes,
        AfterFirstTick = () => Log.Warning(reading.FilterWarnings()),
    });

    /// <summary>Says what is done from here on, and what is odd about it.</summary>
    private void Announce(HostReading reading)
    {
        Log.Information(Opening(reading));
        Log.Warning(reading.LeftOut);
        Log.Warning(reading.NamelessIn(_routes.Routes.Select(static route => route.Naming)));
        if (_settings.Interval < TimeSpan.FromSeconds(1)
            && _routes.Routes.Any(static route => route.Destination.Options.Wire == WireKind.Graphite))
        {
            Log.Warning("Graphite keeps one point a second: of the points within a second the last one stays");
        }
    }

    private string Opening(HostReading reading)
    {
        string groups = string.Join(", ", reading.Readers.Select(static reader => reader.Group.Name));
        string destinations = string.Join(" and ", _routes.Routes.Select(static route => $"{route.Destination.Options.Label} as {route.Naming.Stem}*"));
        return $"measuring {groups} every {Duration.Format(_settings.Interval)}, to {destinations}{PhaseText()}";
    }

    /// <summary>When the lines leave, if that is not at once, or was asked for.</summary>
    private string PhaseText()
    {
        TimeSpan phase = _routes.Routes.Max(route => _settings.PhaseOf(route.Destination.Options));
        return phase.TotalSeconds >= 1 ? string.Create(CultureInfo.InvariantCulture, $", sent {phase.TotalSeconds:0.#}s after each tick")
            : phase > TimeSpan.Zero ? $", sent {Duration.Format(phase)} after each tick"
            : _settings.Phase is not null ? ", sent at once"
            : "";
    }

    private int Close(AgentEnd end)
    {
        _supervisor.Stopping(Agent.LongestClose);
        IReadOnlyList<Destination> destinations = [.. _routes.Routes.Select(static route => route.Destination)];
        _agent.Close(destinations);
        _totals.Add(destinations);
        _totals.AddHeld(_agent);
        if (_agent.LinesHeld > 0)
        {
            Log.Error($"{_agent.LinesHeld} lines waited for this host's name in vain, and are lost");
        }

        Log.ReportAllRepeats();
        Log.Information($"stopped; ticks: {_ticks + _agent.Ticks}, {_totals}");
        return end == AgentEnd.OutputClosed ? ExitCode.InputOutput
            : _totals.Undelivered > 0 || destinations.Any(IsNeverReached) ? ExitCode.Unreachable
            : ExitCode.Done;
    }

    private static bool IsNeverReached(Destination destination) =>
        destination.LinesSent == 0 && destination.LinesDropped > 0;
}
