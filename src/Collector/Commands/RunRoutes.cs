using Collector.Configuration;
using Collector.Delivery;
using Collector.Logging;
using Collector.Polling;
using Collector.Scheduling;
using Collector.Wire;

namespace Collector.Commands;

/// <summary>The destinations of a run, and the folder where lines for them wait.</summary>
internal sealed class RunRoutes : IDisposable
{
    private readonly PollSet _set;
    private readonly Log _log;
    private readonly Spool? _spool;
    private readonly List<(string Key, Route Route)> _routes = [];

    private RunRoutes(PollSet set, Log log, Spool? spool)
    {
        _set = set;
        _log = log;
        _spool = spool;
    }

    public IReadOnlyList<Route> Routes => [.. _routes.Select(static each => each.Route)];

    /// <summary>What lines are called, for each destination.</summary>
    public static IEnumerable<WireNaming> NamingsOf(Settings settings) => settings.DestinationsOrOutput.Select(settings.NamingFor);

    /// <param name="settings">Say where lines go, and what this host is called.</param>
    /// <param name="set">What the loop sleeps on.</param>
    /// <param name="log">Takes lines for people.</param>
    /// <exception cref="UserError">The spool cannot be used.</exception>
    public static RunRoutes Open(Settings settings, PollSet set, Log log)
    {
        RunRoutes routes = new(set, log, settings.SpoolOptions is SpoolOptions options ? Spool.Open(options, log) : null);
        routes.Add(settings, []);
        return routes;
    }

    /// <summary>Goes over to other settings. Destinations that they have too are taken over; these here are no more of use.</summary>
    /// <param name="settings">The new ones.</param>
    /// <param name="retire">Sends what waits for destinations, and closes them.</param>
    /// <exception cref="UserError">The new spool cannot be used; all is as before.</exception>
    public RunRoutes Change(Settings settings, Action<IReadOnlyList<Destination>> retire)
    {
        SpoolOptions? options = settings.SpoolOptions;
        bool isSameSpool = options == _spool?.Options;
        bool isElsewhere = options is not null && options.Path != _spool?.Options.Path;
        Spool? spool = isSameSpool ? _spool : isElsewhere ? Spool.Open(options!, _log) : null;

        List<(string Key, Route Route)> ended = [.. _routes];
        List<(string Key, Route Route)> kept = [];
        foreach (DestinationOptions to in settings.DestinationsOrOutput)
        {
            int place = isSameSpool ? ended.FindIndex(each => each.Key == KeyOf(to, settings)) : -1;
            if (place >= 0)
            {
                kept.Add(ended[place]);
                ended.RemoveAt(place);
            }
        }

        retire([.. ended.Select(static each => each.Route.Destination)]);
        if (!isSameSpool)
        {
            _spool?.Dispose();
            spool ??= Reopen(options);
        }

        RunRoutes routes = new(_set, _log, spool);
        routes.Add(settings, kept);
        return routes;
    }

    public void Dispose() => _spool?.Dispose();

    /// <summary>The folder is the one that was used until now: what keeps it from being used again is somebody who was quicker.</summary>
    private Spool? Reopen(SpoolOptions? options)
    {
        try
        {
            return options is null ? null : Spool.Open(options, _log);
        }
        catch (UserError error)
        {
            _log.Error($"{error.Message}; lines wait in memory");
            return null;
        }
    }

    private void Add(Settings settings, IEnumerable<(string Key, Route Route)> kept)
    {
        List<(string Key, Route Route)> rest = [.. kept];
        DeliverySettings delivery = settings.DeliveryWith(_spool);
        foreach (DestinationOptions to in settings.DestinationsOrOutput)
        {
            string key = KeyOf(to, settings);
            int place = rest.FindIndex(each => each.Key == key);
            Destination destination = place >= 0
                ? rest[place].Route.Destination
                : Destination.Create(HostSpread.For(settings.HostName, to), _set, _log, delivery with { Phase = settings.PhaseOf(to) });
            if (place >= 0)
            {
                rest.RemoveAt(place);
            }

            _routes.Add((key, new(destination, settings.NamingFor(to), FollowsHost: to.HostName is null)));
        }

        _spool?.ReportLeftovers();
    }

    /// <summary>The same for destinations that work alike. A phase that follows from the host's name stays what it was at first.</summary>
    private static string KeyOf(DestinationOptions to, Settings settings) =>
        $"{to.Text} {settings.Interval} {settings.Phase} {settings.QueueBytes}";
}
