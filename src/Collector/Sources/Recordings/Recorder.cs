using System.Text.Json;
using Collector.Filters;
using Collector.Metrics;
using Collector.Sources.Windows.Performance;

namespace Collector.Sources.Recordings;

/// <summary>Keeps what readers have read.</summary>
internal abstract class Recorder(SourceContext context)
{
    /// <summary>The same on every system.</summary>
    public static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    /// <summary>What was read of performance counters.</summary>
    public RecordedCounters Counters { get; } = new();

    /// <summary>Says what the recording is of, which makes a folder a recording.</summary>
    public unsafe void Finish(Platform platform, string host, DateTimeOffset time)
    {
        if (!Counters.IsEmpty)
        {
            Write(RecordedCounters.FileName, Counters, &RecordedCounter.PassFields);
        }

        using Stream output = Create(Recording.FileName);
        using Utf8JsonWriter json = new(output, Indented);
        json.WriteStartObject();
        json.WriteString("platform", platform == Platform.Windows ? "windows" : "linux");
        json.WriteString("host", host);
        json.WriteNumber("time", time.ToUnixTimeSeconds());
        json.WriteNumber("clockTicks", context.ClockTicks);
        json.WriteEndObject();
    }

    /// <summary>Keeps a file as it was read in this tick; one that could not be read is not there in the recording either.</summary>
    public void Write(TextFile file)
    {
        ReadOnlySpan<byte> text = file.Read(out Fault fault);
        if (fault.Kind is FaultKind.None or FaultKind.Empty)
        {
            Write(file.Path, text);
        }
    }

    /// <param name="path">Where it was read.</param>
    /// <param name="text">What was read.</param>
    public void Write(string path, ReadOnlySpan<byte> text)
    {
        using Stream output = Create(context.PathBelowRoot(path).TrimStart('/'));
        output.Write(text);
    }

    /// <summary>Asks a native source, and keeps its rows.</summary>
    /// <param name="name">The name of the struct.</param>
    /// <param name="source">What is asked.</param>
    /// <param name="pass">Goes over the fields of a row.</param>
    /// <param name="filter">Knows which instances are left out unless asked for; null if all are alike.</param>
    public unsafe void Write<TRow>(
        string name, INativeSource<TRow> source, delegate*<FieldPass, ref TRow, void> pass, RowFilter? filter = null)
        where TRow : unmanaged
    {
        ReadOnlySpan<TRow> rows = source.Read(out Fault fault);
        using RowsWriter writer = new(Create($"{Recording.NativeFolder}/{name}.json"));
        for (int index = 0; index < rows.Length; index++)
        {
            TRow row = rows[index];
            string instance = source.Name(index);
            pass(writer.Begin(instance, filter is not null && filter.IsUnusual(instance)), ref row);
            writer.End();
        }

        writer.Finish(fault);
    }

    /// <summary>Makes room for a file of the recording.</summary>
    /// <param name="path">Where it is below the recording's folder.</param>
    protected abstract Stream Create(string path);
}
