using Collector.EndToEnd.Tests;

// Most of a test's time is waiting; more of them at once would only delay each other's ticks.
[assembly: ParallelLimiter<FewAtOnce>]
