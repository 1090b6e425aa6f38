namespace Collector.Delivery;

/// <summary>Whether a receiver's own end says that it has read everything, or only time can tell.</summary>
/// <param name="options">What the URI says.</param>
internal sealed class AcknowledgementMode(DestinationOptions options)
{
    /// <summary>So many ends in a row without an answer show that a receiver gives none; more where it gave one before.</summary>
    private const int Unanswered = 2;
    private const int UnansweredByOneThatDid = 10;

    /// <summary>A receiver that does not answer is asked again after so many times the usual.</summary>
    private const int Rarely = 10;

    private int _unanswered;
    private bool _hasAnswered;
    private bool _isSilent;

    /// <summary>
    /// Whether lines count as delivered some time after they were sent. Never with a receiver that has answered before: it
    /// hangs, and what it has not read dies with it.
    /// </summary>
    public bool IsByTime => !options.AcknowledgedByClose || (_isSilent && !_hasAnswered);

    /// <summary>Whether it is known that no answers come at the moment.</summary>
    public bool IsSilent => !options.AcknowledgedByClose || _isSilent;

    /// <summary>After how many milliseconds a connection is closed to be acknowledged.</summary>
    public long Rotation => !options.AcknowledgedByClose ? long.MaxValue / 2
        : (long)options.Rotate.TotalMilliseconds * (_isSilent ? Rarely : 1);

    /// <summary>How many milliseconds the answer may take.</summary>
    public long Patience => Math.Clamp((long)options.Rotate.TotalMilliseconds / 2, 5_000, 30_000);

    /// <summary>The receiver has answered.</summary>
    /// <returns>Whether that is news.</returns>
    public bool Answer()
    {
        bool isNews = _isSilent;
        _isSilent = false;
        _unanswered = 0;
        _hasAnswered = true;
        return isNews;
    }

    /// <summary>The receiver has not answered in time.</summary>
    /// <returns>Whether that shows that no answers come, and is news.</returns>
    public bool Miss()
    {
        _unanswered++;
        bool isNews = !_isSilent && _unanswered >= (_hasAnswered ? UnansweredByOneThatDid : Unanswered);
        _isSilent |= isNews;
        return isNews;
    }
}
