using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Collector.Wire;

namespace Collector.Benchmarks;

/// <summary>What it costs to write a line, the names being known: ours and the usual way.</summary>
/// <remarks>The names and values are those of <c>floor --format-bench</c>.</remarks>
public class SerializerBenchmarks : IDisposable
{
    private const int Lines = 120;
    private const long Stamp = 1700000000;

    private readonly LineNames _names = new();
    private readonly string[] _paths = new string[Lines];
    private readonly ulong[] _wholes = new ulong[Lines];
    private readonly double[] _decimals = new double[Lines];
    private readonly GraphiteWriter _graphite = new();
    private readonly StreamWriter _stream = new(Stream.Null, new UTF8Encoding(false)) { NewLine = "\n" };

    public SerializerBenchmarks()
    {
        WireNaming naming = new(WireKind.Graphite, NameSet.Native, WireNaming.DefaultPrefix, "b17");
        for (int index = 0; index < Lines; index++)
        {
            string path = HasDecimals(index) ? $"cpu.{index}.user" : $"net_io.eth{index}.bytes_recv";
            _names.Add(naming, path);
            _paths[index] = naming.Stem + path;
            _wholes[index] = (ulong)index * (ulong)index * 1000003;
            _decimals[index] = (index * 1234567 + 89) / 100.0;
        }
    }

    [Benchmark(Description = "GraphiteWriter", OperationsPerInvoke = Lines)]
    public int Ours()
    {
        _graphite.Begin(Stamp);
        for (int index = 0; index < Lines; index++)
        {
            if (HasDecimals(index))
            {
                _graphite.Write(_names[index], _decimals[index], decimals: 6);
            }
            else
            {
                _graphite.Write(_names[index], _wholes[index]);
            }
        }

        return _graphite.Length;
    }

    [Benchmark(Description = "string.Format into a StreamWriter", OperationsPerInvoke = Lines)]
    public void Usual()
    {
        for (int index = 0; index < Lines; index++)
        {
            object value = HasDecimals(index) ? _decimals[index] : _wholes[index];
            _stream.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0} {1:0.######} {2}", _paths[index], value, Stamp));
        }

        _stream.Flush();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _stream.Dispose();
        GC.SuppressFinalize(this);
    }

    private static bool HasDecimals(int index) => index % 5 == 0;
}
