namespace Collector.Delivery;

/// <summary>Who takes lines at the other end of a network.</summary>
/// <param name="Host">Its name or address, without brackets.</param>
/// <param name="Port">Its port.</param>
/// <param name="Instance">Its name among several on one host, as carbon's relays know it; null where it has none.</param>
internal sealed record Receiver(string Host, int Port, string? Instance = null)
{
    /// <summary>As it is written in a URI.</summary>
    public string Text => $"{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}{(Instance is null ? "" : $":{Instance}")}";
}
