using System.Buffers.Text;

namespace Collector.Sources.Linux;

/// <summary>Reads the pressure stall information of processors, memory, disks and, on newer kernels, interrupts.</summary>
internal sealed class PressureStallsSource(SourceContext context) : INativeSource<PressureStalls>
{
    private const string Folder = "/proc/pressure/";

    private static readonly Fault s_notHere = Fault.NotHere("this kernel has no pressure stall information (CONFIG_PSI, psi=1)");

    private readonly string[] _names = ["cpu", "memory", "io", "irq"];
    private readonly byte[][] _keys = ["cpu"u8.ToArray(), "memory"u8.ToArray(), "io"u8.ToArray(), "irq"u8.ToArray()];
    private readonly PressureStalls[] _rows = new PressureStalls[4];
    private readonly int[] _resourceOfRow = new int[4];
    private KernelFile[]? _files;

    public ReadOnlySpan<PressureStalls> Read(out Fault fault)
    {
        _files ??= [.. _names.Select(name => new KernelFile(context, Folder + name, isLookedForOnce: true))];
        fault = Fault.None;
        int count = 0;
        for (int resource = 0; resource < _files.Length; resource++)
        {
            if (TryRead(resource, ref fault, out _rows[count]))
            {
                _resourceOfRow[count++] = resource;
            }
        }

        if (count == 0 && fault.IsNone)
        {
            fault = s_notHere;
        }

        return _rows.AsSpan(0, count);
    }

    public ReadOnlySpan<byte> Key(int row) => _keys[_resourceOfRow[row]];

    public string Name(int row) => _names[_resourceOfRow[row]];

    /// <summary>Reads lines such as <c>some avg10=0.12 avg60=0.34 avg300=0.56 total=78</c>.</summary>
    internal static PressureStalls Parse(ReadOnlySpan<byte> text)
    {
        PressureStalls stalls = default;
        LineReader lines = new(text);
        while (lines.Next())
        {
            FieldReader fields = new(lines.Current);
            if (fields.TryNext(out ReadOnlySpan<byte> kind) && kind.SequenceEqual("some"u8))
            {
                Take(ref fields, out stalls.SomeAvg10, out stalls.SomeAvg60, out stalls.SomeAvg300, out stalls.SomeTotal);
            }
            else if (kind.SequenceEqual("full"u8))
            {
                Take(ref fields, out stalls.FullAvg10, out stalls.FullAvg60, out stalls.FullAvg300, out stalls.FullTotal);
            }
        }

        return stalls;
    }

    private static void Take(ref FieldReader fields, out double? avg10, out double? avg60, out double? avg300, out ulong? total)
    {
        avg10 = Share(ref fields, "avg10="u8);
        avg60 = Share(ref fields, "avg60="u8);
        avg300 = Share(ref fields, "avg300="u8);
        total = fields.TryNext("total="u8, out ReadOnlySpan<byte> token) && Utf8Parser.TryParse(token, out ulong value, out _)
            ? value
            : null;
    }

    private static double? Share(ref FieldReader fields, ReadOnlySpan<byte> prefix) =>
        fields.TryNext(prefix, out ReadOnlySpan<byte> token) && Utf8Parser.TryParse(token, out double value, out _) ? value : null;

    private bool TryRead(int resource, ref Fault fault, out PressureStalls stalls)
    {
        KernelFile file = _files![resource];
        ReadOnlySpan<byte> text = file.Read(stackalloc byte[512]);
        stalls = Parse(text);
        if (!file.IsAbsent && fault.IsNone)
        {
            fault = file.FaultOf();
        }

        return !text.IsEmpty;
    }
}
