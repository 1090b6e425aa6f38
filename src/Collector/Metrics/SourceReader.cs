using Collector.Sources;
using Collector.Sources.Recordings;

namespace Collector.Metrics;

/// <summary>Reads one of a group's sources into the group's sample, whatever the type of its rows.</summary>
internal abstract class SourceReader
{
    /// <summary>What went wrong in the last read; <see cref="Fault.None"/> if nothing did.</summary>
    public Fault Fault { get; private set; }

    /// <summary>The metrics that the source brings, a bit each.</summary>
    public abstract ulong Bound { get; }

    /// <summary>The instances that are hidden unless users ask for them: names, or beginnings of names and a <c>*</c>.</summary>
    public virtual string[] DefaultExclude => [];

    /// <summary>Reads the source once. A fault leaves out the values that it concerns and nothing else.</summary>
    public void Read(Sample sample)
    {
        Fault = Fault.None;
        FillSample(sample);
    }

    /// <summary>Keeps in a recording what the last read was made of. What cannot be replayed is not kept.</summary>
    public virtual void Record(Sample sample, Recorder recorder)
    {
    }

    /// <summary>Puts what the source says into the sample, which is at the beginning of its tick or has the rows already.</summary>
    protected abstract void FillSample(Sample sample);

    /// <summary>The bytes of a file in this tick; none, and a report, if they cannot be had.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mayBeEmpty">Whether nothing in it says that there is nothing.</param>
    /// <param name="mayBeMissing">Whether some kernels lack it.</param>
    protected ReadOnlySpan<byte> TextOf(TextFile file, bool mayBeEmpty = false, bool mayBeMissing = false)
    {
        ReadOnlySpan<byte> text = file.Read(out Fault fault);
        bool isInOrder = (mayBeEmpty && fault.Kind == FaultKind.Empty) || (mayBeMissing && fault.IsMissingFile);
        if (!isInOrder)
        {
            Report(fault);
        }

        return text;
    }

    /// <summary>Keeps the first fault of a read: what follows is often its consequence.</summary>
    protected void Report(Fault fault)
    {
        if (Fault.IsNone)
        {
            Fault = fault;
        }
    }

    /// <summary>
    /// Keeps the fault of a row. Where something else stands in the place of a number, its neighbours may be out of
    /// place too: all that the source would bring is left out.
    /// </summary>
    protected void Report(Row row, ulong bound, Fault fault)
    {
        if (fault.Kind == FaultKind.NotANumber)
        {
            row.Present &= ~bound;
        }

        Report(fault);
    }
}
