using Collector.Delivery;
using Collector.Wire;

namespace Collector.Scheduling;

/// <summary>A destination, and what the lines that go there are called.</summary>
/// <param name="Destination">Where lines go.</param>
/// <param name="Naming">What they are called.</param>
/// <param name="FollowsHost">Whether the host's name in them is the host's own, and changes with it.</param>
internal sealed record Route(Destination Destination, WireNaming Naming, bool FollowsHost = false);
