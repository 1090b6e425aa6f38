using System.Text.Json;
using Collector.Metrics;

namespace Collector.Sources.Recordings;

/// <summary>Writes what readers have read into a folder, so that it can be replayed from there.</summary>
internal sealed class Recorder(string folder, SourceContext context)
{
    private static readonly JsonWriterOptions s_indented = new() { Indented = true };

    private readonly List<string> _files = [];

    /// <summary>The files that were written, below the folder.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Says what the recording is of, which makes the folder a recording.</summary>
    public void Finish(Platform platform, string host, DateTimeOffset time)
    {
        using FileStream output = Create(Recording.FileName);
        using Utf8JsonWriter json = new(output, s_indented);
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
        string below = context.IsForeign ? path[context.Root.TrimEnd('/').Length..] : path;
        using FileStream output = Create(below.TrimStart('/'));
        output.Write(text);
    }

    /// <summary>Asks a native source, and keeps its rows.</summary>
    public void Write<TRow>(string name, INativeSource<TRow> source, PassFields<TRow> pass)
        where TRow : unmanaged
    {
        ReadOnlySpan<TRow> rows = source.Read(out Fault fault);
        using FileStream output = Create($"{Recording.NativeFolder}/{name}.json");
        using Utf8JsonWriter json = new(output, s_indented);
        FieldWriter writer = new(json);
        json.WriteStartObject();
        json.WriteStartArray("rows");
        for (int index = 0; index < rows.Length; index++)
        {
            TRow row = rows[index];
            json.WriteStartObject();
            json.WriteString("instance", source.Name(index));
            json.WriteStartObject("fields");
            pass(writer, ref row);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteFault(json, fault);
        json.WriteEndObject();
    }

    private static void WriteFault(Utf8JsonWriter json, Fault fault)
    {
        if (fault.IsNone)
        {
            json.WriteNull("fault");
            return;
        }

        json.WriteStartObject("fault");
        json.WriteString("kind", fault.Kind.ToString());
        json.WriteString("subject", fault.Subject);
        json.WriteNumber("code", fault.Code);
        json.WriteEndObject();
    }

    private FileStream Create(string path)
    {
        string full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        _files.Add(path);
        return File.Create(full);
    }
}
