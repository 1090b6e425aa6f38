namespace Collector.Delivery;

/// <summary>Whether a receiver's own end says that it has read everything, or only time can tell.</summary>
/// <param name="options">What the URI says.</param>
internal sealed class AcknowledgementMode(DestinationOptions options)
{
    /// <summary>So many ends in a row without an answer show that a receiver gives none.</summary>
    private const int Unanswered = 2;

    /// <summary>A receiver that gave answers before hangs: it gets twice the time again and again, at most so many times.</summary>
    private const int Doublings = 5;

    /// <summary>A receiver that does not answer is asked again after so many times the usual.</summary>
    private const int Rarely = 10;

    private int _unanswered;
    private bool _hasAnswered;

    /// <summary>Whether lines count as delivered some time after they were sent.</summary>
    public bool IsByTime { get; private set; } = !options.AcknowledgedByClose;

    /// <summary>After how many milliseconds a connection is closed to be acknowledged.</summary>
    public long Rotation => !options.AcknowledgedByClose ? long.MaxValue / 2
        : (long)options.Rotate.TotalMilliseconds * (IsByTime ? Rarely : 1);

    /// <summary>How many milliseconds the answer may take.</summary>
    public long Patience => Math.Clamp((long)options.Rotate.TotalMilliseconds / 2, 5_000, 30_000)
        << (_hasAnswered ? Math.Min(_unanswered, Doublings) : 0);

    /// <summary>The receiver has answered.</summary>
    /// <returns>Whether that is news.</returns>
    public bool Answer()
    {
        bool isNews = IsByTime;
        IsByTime = false;
        _unanswered = 0;
        _hasAnswered = true;
        return isNews;
    }

    /// <summary>
    /// The receiver has not answered in time. One that has ever done so may hang for hours, with all that it did not read:
    /// what it owes an answer for is kept then, for as long as there is room.
    /// </summary>
    /// <returns>Whether that means that it gives no answers, and is news.</returns>
    public bool Miss()
    {
        _unanswered++;
        if (IsByTime || _hasAnswered || _unanswered < Unanswered)
        {
            return false;
        }

        IsByTime = true;
        return true;
    }
}
