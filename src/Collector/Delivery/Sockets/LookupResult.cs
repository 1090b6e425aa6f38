namespace Collector.Delivery;

/// <summary>What a name stands for.</summary>
/// <param name="Endpoints">Its addresses, in the order to try them.</param>
/// <param name="Error">Why there are none; null if there are some.</param>
internal sealed record LookupResult(Endpoint[] Endpoints, string? Error);
