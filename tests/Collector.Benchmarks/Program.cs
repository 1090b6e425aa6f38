using BenchmarkDotNet.Running;
using Collector.Benchmarks;

BenchmarkSwitcher.FromTypes([typeof(SerializerBenchmarks)]).Run(["--filter", "*", .. args], new NanosecondsInProcess());
