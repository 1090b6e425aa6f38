using Collector.Configuration;
using Collector.Logging;

namespace Collector.Commands;

/// <summary>The log of a run: where it goes follows the settings, also when they change.</summary>
/// <param name="standing">Where lines go in any case: standard error, or the Event Log.</param>
internal sealed class RunLog(ILogSink standing) : IDisposable
{
    private LogFile? _file;
    private string? _path;
    private long _bytes;

    public Log Log { get; } = new([standing]);

    /// <summary>Takes the settings' level and file.</summary>
    /// <exception cref="UserError">The file cannot be written; all is as before.</exception>
    public void Configure(Settings settings)
    {
        if (settings.LogFile != _path || settings.LogBytes != _bytes)
        {
            LogFile? file = settings.LogFile is null ? null : LogFile.Open(settings.LogFile, settings.LogBytes);
            _file?.Dispose();
            _file = file;
            _path = settings.LogFile;
            _bytes = settings.LogBytes;
        }

        Log.Configure(_file is null ? [standing] : [standing, _file], settings.LogLevel);
    }

    public void Dispose()
    {
        _file?.Dispose();
        standing.Dispose();
    }
}
