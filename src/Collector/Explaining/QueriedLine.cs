using Collector.Metrics;
using Collector.Wire;

namespace Collector.Explaining;

/// <summary>A line that could be sent, and the row that it is of.</summary>
internal sealed record QueriedLine(GroupReader Reader, WireNaming Naming, int Row, SentLine Line);
