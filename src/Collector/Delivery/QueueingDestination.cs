using Collector.Wire;

namespace Collector.Delivery;

/// <summary>A destination that takes a stream of bytes, at times too slowly or not at all: what it does not take waits.</summary>
internal abstract class QueueingDestination(DestinationOptions options, Action<string> log) : Destination(options, log)
{
    /// <summary>Between two looks at the clock no more than this is sent, so that a long queue delays no tick.</summary>
    private const int MaxBurst = 512 * 1024;

    /// <summary>
    /// How long sent batches are kept: what the system took from us is lost if the peer is gone. It is longer than the
    /// system takes to fail a connection whose peer acknowledges nothing, so no batch is forgotten before that. And it is
    /// a multiple of no usual interval: else now and then a tick that comes a little early finds one more batch kept
    /// than ever before, and allocates.
    /// </summary>
    private const long Window = 14_750;

    private string? _trouble;
    private bool _wasOpen;
    private bool _isFull;
    private long _droppedBefore;
    private long _lostLines;
    private long _lastStamp;

    public override long LinesWaiting => Store.WaitingLines;

    public override long LinesDropped => Store.DroppedLines + _lostLines;

    protected IBatchStore Store { get; init; } = new BatchQueue();

    protected Backoff Backoff { get; } = new(Random.Shared);

    /// <summary>The time of the last <see cref="Destination.Pump"/>, in monotonic milliseconds.</summary>
    protected long Now { get; set; }

    /// <summary>When what waits may be sent, as the phase wants it.</summary>
    protected long ReleaseAt { get; private set; }

    /// <summary>When to try again.</summary>
    protected long RetryAt { get; private set; }

    /// <summary>Whether lines may be sent twice without harm.</summary>
    protected abstract bool IsIdempotent { get; }

    /// <summary>Whether it is worth trying to send.</summary>
    protected abstract bool IsOpen { get; }

    public override void Submit(long stamp)
    {
        WireWriter lines = Writer;
        if (lines.Lines == 0)
        {
            return;
        }

        _lastStamp = stamp;
        if (IsClosed)
        {
            _lostLines += lines.Lines;
            return;
        }

        int taken = IsOpen && IsIdle && Phase == 0 ? Send(lines.Bytes) : 0;
        BytesSent += taken;
        bool isWhole = taken == lines.Length;
        if (isWhole && !IsIdempotent)
        {
            LinesSent += lines.Lines;
            return;
        }

        ReleaseAt = Now + Phase;
        Store.Append(lines.Bytes, lines.PacketEnds, lines.Lines, stamp).Offset = taken;
        if (isWhole)
        {
            LinesSent += lines.Lines;
            Store.MarkSent(Now);
        }

        ReportFull();
    }

    public override void Hasten()
    {
        RetryAt = 0;
        ReleaseAt = 0;
    }

    public override void AddTo(ref DeliveryCounts counts)
    {
        base.AddTo(ref counts);
        long age = Store.TryPeek(out Batch? oldest) ? _lastStamp - oldest.Stamp : 0;
        counts.WaitingSeconds = Math.Max(counts.WaitingSeconds, age);
        counts.LastError = Math.Max(counts.LastError, (int)(_trouble is null ? DeliveryError.None : DeliveryError.CannotConnect));
    }

    /// <summary>Sends as much as the system takes now, and says when that is not all. Failures are dealt with inside.</summary>
    /// <returns>How many bytes were taken.</returns>
    protected abstract int Send(ReadOnlySpan<byte> bytes);

    /// <summary>Sends what waits, as far as it goes. Call it only while there is somebody to send to.</summary>
    protected void SendWaiting()
    {
        if (Now < ReleaseAt)
        {
            return;
        }

        int budget = MaxBurst;
        while (budget > 0 && Store.TryPeek(out Batch? batch))
        {
            ReadOnlySpan<byte> rest = batch.Rest;
            int taken = Send(rest);
            BytesSent += taken;
            budget -= taken;
            if (taken < rest.Length)
            {
                batch.Offset += taken;
                return;
            }

            LinesSent += batch.Lines;
            Store.MarkSent(Now);
            if (!IsIdempotent)
            {
                Store.Complete(long.MaxValue);
            }
        }

        ReportCaughtUp();
    }

    /// <summary>After a broken connection: what is sent again, and from where.</summary>
    protected void TakeBack()
    {
        if (IsIdempotent)
        {
            long waiting = Store.WaitingLines;
            Store.Rewind();
            LinesSent -= Store.WaitingLines - waiting;
        }

        if (!Store.TryPeek(out Batch? batch) || batch.Offset == 0)
        {
            return;
        }

        if (IsIdempotent)
        {
            batch.Offset = 0;
            return;
        }

        // The head of this line is with the receiver, or lost: it must not arrive as a line of its own, nor twice.
        if (batch.Bytes[batch.Offset - 1] != (byte)'\n')
        {
            batch.Offset += batch.Rest.IndexOf((byte)'\n') + 1;
            _lostLines++;
        }

        if (batch.Rest.IsEmpty)
        {
            Store.MarkSent(Now);
            Store.Complete(long.MaxValue);
        }
    }

    /// <summary>Lets go of what was sent long enough ago.</summary>
    protected void Forget() => Store.Complete(Now - Window);

    /// <summary>Plans the next attempt, and reports the trouble unless it is the one that was reported last.</summary>
    protected void Retry(string trouble)
    {
        RetryAt = Now + Backoff.Next();
        if (trouble != _trouble)
        {
            _trouble = trouble;
            Report(IsIdle ? $"{trouble}; retrying" : $"{trouble}; retrying, {Waiting(LinesWaiting)}");
        }
    }

    /// <summary>Reports that it works, for the first time or after trouble.</summary>
    protected void ReportOpened(string first, string again, long waiting)
    {
        string text = _wasOpen ? again : first;
        if (_trouble is not null && waiting > 0)
        {
            text += waiting == 1 ? ", sending 1 line that waited" : $", sending {waiting} lines that waited";
        }

        long dropped = Store.DroppedLines - _droppedBefore;
        Report(dropped == 0 ? text : $"{text}; {dropped} older ones were dropped");
        _droppedBefore = Store.DroppedLines;
        _isFull = false;
        _trouble = null;
        _wasOpen = true;
    }

    private void ReportFull()
    {
        if (!_isFull && Store.DroppedLines > _droppedBefore)
        {
            _isFull = true;
            Report($"{Store.Limit} of lines wait already: from now on the oldest are dropped");
        }
    }

    /// <summary>Nothing waits any more: if it should be too much again, that is worth a report again.</summary>
    private void ReportCaughtUp()
    {
        if (_isFull && IsIdle)
        {
            _isFull = false;
            Report($"caught up; {Store.DroppedLines - _droppedBefore} older lines were dropped");
            _droppedBefore = Store.DroppedLines;
        }
    }
}
