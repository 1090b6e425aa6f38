using Collector.Metrics;
using Collector.Sources;
using Collector.Sources.Recordings;
using Collector.Wire;

namespace Collector.Tests;

/// <summary>What readers have read is kept in a folder, and read from there on any system.</summary>
public sealed class RecordingTests : IDisposable
{
    private static readonly WireNaming s_naming = new(WireKind.Graphite, NameSet.Native, "", "h");

    private readonly string _folder = Directory.CreateTempSubdirectory("collector-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_recorded_Windows_host_gives_exactly_these_lines()
    {
        RecordedHost host = new(RecordedHost.PathOf("desktop"), "cpu", "disk_io", "disk_usage", "load", "memory", "swap");

        await Verify(host.Lines(s_naming) + "\n" + host.Faults());
    }

    [Test]
    public async Task A_recorded_host_has_the_name_it_had() =>
        await Assert.That(HostName.Current(RecordedHost.PathOf("desktop"))).IsEqualTo("desktop.example.org");

    [Test]
    [Arguments("desktop", true)]
    [Arguments("laptop", false)]
    [Arguments("/", false)]
    public async Task A_recording_gives_what_it_was_made_of(string name, bool isWindows)
    {
        Platform platform = isWindows ? Platform.Windows : Platform.Linux;
        string root = name == "/" ? name : RecordedHost.PathOf(name);
        string first = Record(root, Path.Combine(_folder, "first"), platform);
        string second = Record(Path.Combine(_folder, "first"), Path.Combine(_folder, "second"), platform);
        string third = Record(Path.Combine(_folder, "second"), Path.Combine(_folder, "third"), platform);

        // The host itself goes on while it is recorded.
        await Assert.That(Names(second)).IsEqualTo(Names(first));
        await Assert.That(second).Contains(isWindows ? "h.cpu.0.user " : "h.load.midterm ");
        await Assert.That(third).IsEqualTo(second);
    }

    [Test]
    public async Task Every_type_of_field_comes_back_as_it_was()
    {
        Everything row = new()
        {
            Byte = 255, Short = 65535, Int = -2147483648, Uint = 4294967295, Ulong = ulong.MaxValue, Double = 0.1, Float = 0.5f,
            MaybeInt = -1, MaybeUint = 7, MaybeUlong = ulong.MaxValue, MaybeDouble = 1e-9,
        };
        Everything[] rows = [row, default];
        INativeSource<Everything> replayed = Replay(new Given(rows));

        Everything[] read = replayed.Read(out Fault fault).ToArray();
        await Assert.That(read.SequenceEqual(rows)).IsTrue();
        await Assert.That(fault).IsEqualTo(new Fault(FaultKind.CallFailed, "ask", 5));
        await Assert.That(replayed.Name(1)).IsEqualTo("row 1");
        await Assert.That(replayed.Key(1).SequenceEqual("row 1"u8)).IsTrue();
    }

    [Test]
    public async Task A_struct_that_was_not_recorded_is_not_asked_of_the_system_either()
    {
        new FolderRecorder(_folder, new SourceContext("/")).Finish(Platform.Linux, "h", DateTimeOffset.UnixEpoch);

        await Assert.That(DiskUsageGroup.Definition.CreateReader(Platform.Linux, new(_folder))).IsNull();
    }

    [Test]
    [Arguments("recording.json", "{ \"platform\": \"mac\", \"host\": \"h\" }", "'platform' has to be linux or windows, not 'mac'")]
    [Arguments("recording.json", "{ \"platform\": \"linux\" }", "'host' is missing")]
    [Arguments("recording.json", "{\n oops }", "recording.json, line 2: 'o' is an invalid start of a property name")]
    [Arguments("native/Volumes.json", "{ \"rows\": 5 }", "'rows' has to be of the kind Array, not Number")]
    [Arguments("native/Volumes.json", "{ \"rows\": [ { \"instance\": \"C:\" } ] }", "'fields' is missing")]
    [Arguments(
        "native/Volumes.json",
        "{ \"rows\": [ { \"instance\": \"C:\", \"fields\": { \"FreeBytes\": -1 } } ] }",
        "field 'FreeBytes' has to be a whole number, not -1")]
    [Arguments(
        "native/Volumes.json",
        "{ \"rows\": [], \"fault\": { \"kind\": \"Odd\", \"subject\": \"\", \"code\": 0 } }",
        "there is no fault of kind 'Odd'")]
    public async Task A_damaged_recording_is_refused_with_the_place(string file, string text, string expected)
    {
        new FolderRecorder(_folder, new SourceContext("/")).Finish(Platform.Windows, "h", DateTimeOffset.UnixEpoch);
        string path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text);

        UserError? error = null;
        try
        {
            DiskUsageGroup.Definition.CreateReader(Platform.Windows, new(_folder));
        }
        catch (UserError refused)
        {
            error = refused;
        }

        await Assert.That(error!.Message).Contains(expected).And.Contains(path);
    }

    private static string Record(string root, string folder, Platform platform)
    {
        SourceContext context = new(root);
        FolderRecorder recorder = new(folder, context);
        context.BeginTick();
        List<GroupSerializer> serializers = [];
        foreach (MetricGroup group in Catalog.Groups)
        {
            if (group != SelfGroup.Definition && group.CreateReader(platform, context) is GroupReader reader)
            {
                reader.Read();
                reader.Record(recorder);
                serializers.Add(reader.CreateSerializer(s_naming)!);
            }
        }

        recorder.Finish(platform, "h", DateTimeOffset.UnixEpoch);
        return RecordedHost.Lines(new GraphiteWriter(), [.. serializers]);
    }

    private unsafe INativeSource<Everything> Replay(Given source)
    {
        FolderRecorder recorder = new(_folder, new SourceContext("/"));
        recorder.Write("Everything", source, &PassFields);
        recorder.Finish(Platform.Linux, "h", DateTimeOffset.UnixEpoch);
        return Recording.Find(_folder)!.Replay<Everything>("Everything", &PassFields)!;
    }

    private static string Names(string lines) => string.Join('\n', lines.Split('\n').Select(static line => line.Split(' ')[0]));

    private static void PassFields(FieldPass fields, ref Everything row)
    {
        fields.Pass("Byte"u8, ref row.Byte);
        fields.Pass("Short"u8, ref row.Short);
        fields.Pass("Int"u8, ref row.Int);
        fields.Pass("Uint"u8, ref row.Uint);
        fields.Pass("Ulong"u8, ref row.Ulong);
        fields.Pass("Double"u8, ref row.Double);
        fields.Pass("Float"u8, ref row.Float);
        fields.Pass("MaybeInt"u8, ref row.MaybeInt);
        fields.Pass("MaybeUint"u8, ref row.MaybeUint);
        fields.Pass("MaybeUlong"u8, ref row.MaybeUlong);
        fields.Pass("MaybeDouble"u8, ref row.MaybeDouble);
    }

    private record struct Everything
    {
        public byte Byte;
        public ushort Short;
        public int Int;
        public uint Uint;
        public ulong Ulong;
        public double Double;
        public float Float;
        public int? MaybeInt;
        public uint? MaybeUint;
        public ulong? MaybeUlong;
        public double? MaybeDouble;
    }

    private sealed class Given(Everything[] rows) : INativeSource<Everything>
    {
        public ReadOnlySpan<Everything> Read(out Fault fault)
        {
            fault = new(FaultKind.CallFailed, "ask", 5);
            return rows;
        }

        public ReadOnlySpan<byte> Key(int row) => default;

        public string Name(int row) => $"row {row}";
    }
}
