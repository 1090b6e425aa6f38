using System.Text.Json;
using Collector.Filters;
using Collector.Metrics;

namespace Collector.Sources.Recordings;

/// <summary>What was read on a host, in a folder: its files, and the rows of its native sources as JSON.</summary>
internal sealed class Recording
{
    /// <summary>The file that makes a folder a recording; in others only files are read.</summary>
    public const string FileName = "recording.json";

    /// <summary>Where the native rows are, a file a struct.</summary>
    public const string NativeFolder = "native";

    /// <summary>The end of the year 9999, where the calendar ends.</summary>
    private const long LastSecond = 253_402_300_799;

    private readonly string _folder;

    private Recording(string folder, JsonElement root)
    {
        _folder = folder;
        string platform = RecordedJson.Text(root, "platform");
        Platform = platform switch
        {
            "linux" => Platform.Linux,
            "windows" => Platform.Windows,
            _ => throw new JsonException($"'platform' has to be linux or windows, not '{platform}'"),
        };
        Host = RecordedJson.Text(root, "host");
        Time = RecordedJson.Member(root, "time", JsonValueKind.Number).TryGetInt64(out long time) && time is >= 0 and <= LastSecond
            ? time
            : throw new JsonException("'time' has to be in whole seconds since 1970");
        ClockTicks = RecordedJson.Member(root, "clockTicks", JsonValueKind.Number).TryGetDouble(out double ticks)
            && ticks > 0 && double.IsFinite(ticks)
            ? ticks
            : throw new JsonException("'clockTicks' has to be a number above 0");
    }

    public Platform Platform { get; }

    public string Host { get; }

    /// <summary>When it was made, in seconds since 1970.</summary>
    public long Time { get; }

    public double ClockTicks { get; }

    /// <summary>The recording in a folder; null if the folder holds none.</summary>
    /// <exception cref="UserError">There is one, and it cannot be read.</exception>
    public static Recording? Find(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return new(folder, RecordedJson.Load(path));
        }
        catch (JsonException error)
        {
            throw RecordedJson.Refuse(path, error);
        }
    }

    /// <summary>The recorded rows of a struct; null if there are none.</summary>
    /// <param name="name">The name of the struct.</param>
    /// <param name="pass">Goes over the fields of a row.</param>
    /// <param name="filter">Is told which instances are left out unless asked for; null if all are alike.</param>
    /// <exception cref="UserError">There are some, and they cannot be read.</exception>
    public unsafe INativeSource<TRow>? Replay<TRow>(
        string name, delegate*<FieldPass, ref TRow, void> pass, RowFilter? filter = null)
        where TRow : unmanaged =>
        RowsOf(name, filter) is RecordedRows rows ? new ReplayedSource<TRow>(rows, pass) : null;

    private RecordedRows? RowsOf(string name, RowFilter? filter)
    {
        string path = Path.Combine(_folder, NativeFolder, name + ".json");
        bool isElsewhere = Platform == Platform.Windows != OperatingSystem.IsWindows();
        return File.Exists(path) ? new(path, isElsewhere, filter) : null;
    }
}
