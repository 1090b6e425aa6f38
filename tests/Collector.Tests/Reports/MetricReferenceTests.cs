using Collector.Metrics;
using Collector.Reports;

namespace Collector.Tests.Reports;

public sealed class MetricReferenceTests
{
    [Test]
    public async Task Every_metric_is_in_the_reference_with_its_sources()
    {
        await Verify(MetricReference.Render(Catalog.Groups.ToArray()));
    }
}
