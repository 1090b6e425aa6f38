using Collector.Delivery;
using Collector.Wire;

namespace Collector.Scheduling;

/// <summary>A destination, and what the lines that go there are called.</summary>
internal sealed record Route(Destination Destination, WireNaming Naming);
