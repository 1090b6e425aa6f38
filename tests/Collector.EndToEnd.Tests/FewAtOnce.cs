using TUnit.Core.Interfaces;

namespace Collector.EndToEnd.Tests;

/// <summary>How many tests run side by side.</summary>
internal sealed record FewAtOnce : IParallelLimit
{
    public int Limit => 4;
}
