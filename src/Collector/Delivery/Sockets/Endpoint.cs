namespace Collector.Delivery;

/// <summary>A socket address as the system gave it.</summary>
/// <param name="Family">Its address family.</param>
/// <param name="Address">The bytes of its <c>sockaddr</c>.</param>
internal sealed record Endpoint(int Family, byte[] Address);
