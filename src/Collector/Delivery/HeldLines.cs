using System.Text;
using Collector.Wire;

namespace Collector.Delivery;

/// <summary>
/// Keeps a destination's lines while nobody knows what this host is called, and hands them over, with their own time stamps,
/// when it is known.
/// </summary>
/// <remarks>
/// They are kept in memory only: on the disk of a golden image they would be found by each host that is made from it.
/// </remarks>
/// <param name="destination">Where they will go.</param>
/// <param name="naming">What they are called meanwhile.</param>
/// <param name="capacity">The most bytes that are kept; beyond that the oldest go first.</param>
internal sealed class HeldLines(Destination destination, WireNaming naming, long capacity)
{
    /// <summary>Stands for the host's name. It has nothing that any set of names would escape.</summary>
    public const string Placeholder = "collector-unnamed-host";

    private readonly BatchQueue _queue = new(capacity);

    /// <summary>Where a tick's lines are written, before <see cref="Keep"/>.</summary>
    public WireWriter Writer { get; } = destination.Options.CreateWriter();

    /// <summary>How many lines wait.</summary>
    public long Lines => _queue.WaitingLines;

    /// <summary>How many lines found no room, ever.</summary>
    public long DroppedLines => _queue.DroppedLines;

    /// <summary>Takes what <see cref="Writer"/> holds.</summary>
    /// <param name="stamp">The tick's time stamp.</param>
    public void Keep(long stamp)
    {
        if (Writer.Lines > 0)
        {
            _queue.Append(Writer.Bytes, Writer.Lines, stamp);
        }
    }

    /// <summary>Hands over all of them.</summary>
    /// <param name="named">What they are called now; all but the host is as before.</param>
    /// <param name="now">Monotonic milliseconds.</param>
    public void Release(WireNaming named, long now)
    {
        byte[] placeholder = Encoding.UTF8.GetBytes(Placeholder);
        byte[] host = Encoding.UTF8.GetBytes(named.HostNode);
        while (_queue.TryPeek(out Batch? batch))
        {
            destination.Writer.Begin(batch.Stamp);
            Rename(batch.Bytes, placeholder, host);
            destination.Writer.End();
            destination.Submit(batch.Stamp);
            _queue.Remove();
            if (destination.Options.MaxPacket > 0)
            {
                // Datagrams that wait for their time within the interval give way to those of the next tick.
                destination.Hasten();
                destination.Pump(now);
            }
        }
    }

    private void Rename(ReadOnlySpan<byte> lines, byte[] placeholder, byte[] host)
    {
        byte[] buffer = [];
        while (!lines.IsEmpty)
        {
            int length = GroupLength(lines, out int count);
            ReadOnlySpan<byte> group = lines[..length];
            int room = length + (count * Math.Max(0, host.Length - placeholder.Length));
            buffer = buffer.Length < room ? new byte[room * 2] : buffer;
            destination.Writer.Append(buffer.AsSpan(0, Replace(group, placeholder, host, buffer)), count);
            lines = lines[length..];
        }
    }

    /// <summary>The next line, or the next two where they are one value: StatsD sets a gauge to zero before it sets it below.</summary>
    private int GroupLength(ReadOnlySpan<byte> lines, out int count)
    {
        int first = lines.IndexOf((byte)'\n') + 1;
        ReadOnlySpan<byte> rest = lines[first..];
        int name = lines[..first].IndexOf((byte)':');
        bool isPair = naming.Wire == WireKind.Statsd && name >= 0 && rest.StartsWith(lines[..(name + 1)]);
        count = isPair ? 2 : 1;
        return isPair ? first + rest.IndexOf((byte)'\n') + 1 : first;
    }

    private static int Replace(ReadOnlySpan<byte> text, byte[] before, byte[] after, Span<byte> target)
    {
        int length = 0;
        for (int place = text.IndexOf(before); place >= 0; place = text.IndexOf(before))
        {
            text[..place].CopyTo(target[length..]);
            after.CopyTo(target[(length + place)..]);
            length += place + after.Length;
            text = text[(place + before.Length)..];
        }

        text.CopyTo(target[length..]);
        return length + text.Length;
    }
}
