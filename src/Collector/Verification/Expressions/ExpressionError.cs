namespace Collector.Verification;

/// <summary>Ends the reading of an expectation that is wrong.</summary>
internal sealed class ExpressionError(Place place, string message) : Exception(message)
{
    public Place Place => place;
}
