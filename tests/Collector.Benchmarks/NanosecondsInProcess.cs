using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters.Csv;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using Perfolizer.Metrology;

namespace Collector.Benchmarks;

/// <summary>
/// Benchmarks run in this process, so that nothing has to be built or restored for them; results are a table of
/// plain numbers in nanoseconds and bytes, for <c>scripts/bench.sh</c>.
/// </summary>
internal sealed class NanosecondsInProcess : ManualConfig
{
    public NanosecondsInProcess()
    {
        SummaryStyle style = new(
            CultureInfo.InvariantCulture, printUnitsInHeader: true, SizeUnit.B, TimeUnit.Nanosecond, printUnitsInContent: false);
        AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(12));
        AddLogger(ConsoleLogger.Default);
        AddColumnProvider(DefaultColumnProviders.Instance);
        AddDiagnoser(MemoryDiagnoser.Default);
        AddExporter(new CsvExporter(CsvSeparator.Comma, style));
        WithSummaryStyle(style);
    }
}
