using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Collector.Wire;

namespace Collector.Benchmarks;

/// <summary>What it costs to write a line of a sample that was read: by the generated serializers, and the usual way.</summary>
public class SerializerBenchmarks : IDisposable
{
    private const long Stamp = 1700000000;

    private readonly GroupSerializer[] _serializers;
    private readonly GraphiteWriter _graphite = new();
    private readonly (string Path, object Value)[] _lines;
    private readonly StreamWriter _stream = new(Stream.Null, new UTF8Encoding(false)) { NewLine = "\n" };

    public SerializerBenchmarks()
    {
        WireNaming naming = new(WireKind.Graphite, NameSet.Native, "collector.", "b17");
        _serializers = [.. BenchmarkHost.Read().Select(reader => reader.CreateSerializer(naming)!)];
        _ = Generated();
        _lines = [.. Encoding.UTF8.GetString(_graphite.Bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
        if (_lines.Length != BenchmarkHost.Lines)
        {
            throw new InvalidOperationException($"{_lines.Length} lines instead of {BenchmarkHost.Lines}");
        }
    }

    [Benchmark(Description = "Generated serializers", OperationsPerInvoke = BenchmarkHost.Lines)]
    public int Generated()
    {
        _graphite.Begin(Stamp);
        foreach (GroupSerializer serializer in _serializers)
        {
            serializer.Write(_graphite);
        }

        _graphite.End();
        return _graphite.Length;
    }

    [Benchmark(Description = "string.Format into a StreamWriter", OperationsPerInvoke = BenchmarkHost.Lines)]
    public void Usual()
    {
        foreach ((string path, object value) in _lines)
        {
            _stream.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0} {1:0.######} {2}", path, value, Stamp));
        }

        _stream.Flush();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _stream.Dispose();
        GC.SuppressFinalize(this);
    }

    private static (string Path, object Value) Parse(string line)
    {
        string[] fields = line.Split(' ');
        object value = fields[1].Contains('.', StringComparison.Ordinal)
            ? double.Parse(fields[1], CultureInfo.InvariantCulture)
            : ulong.Parse(fields[1], CultureInfo.InvariantCulture);
        return (fields[0], value);
    }
}
