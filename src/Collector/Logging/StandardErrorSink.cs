using System.Text;
using Collector.Delivery;

namespace Collector.Logging;

/// <summary>Writes lines to standard error. None of them is worth waiting for: what does not fit is lost, and counted.</summary>
/// <param name="stream">Where they go. It is open, or refuses everything.</param>
/// <param name="isJournal">Whether systemd reads them: it knows who writes, and takes the level from the line's beginning.</param>
internal sealed class StandardErrorSink(OutputStream stream, bool isJournal = false) : ILogSink
{
    private readonly Encoding _encoding = OperatingSystem.IsWindows() ? Console.OutputEncoding : Encoding.UTF8;
    private bool _isCut;
    private long _lost;

    /// <summary>Takes over standard error; where there is none, all lines are lost.</summary>
    public static StandardErrorSink Open()
    {
        OutputStream stream = OutputStream.Create();
        _ = stream.OpenStandard(StandardStream.Error);
        return new(stream, OperatingSystem.IsLinux() && JournalStream.IsStandardError());
    }

    /// <summary>Writes a line if it can be taken now.</summary>
    public void Write(LogLevel level, string line)
    {
        string before = _isCut ? Environment.NewLine : "";
        if (_lost > 0)
        {
            before += $"({_lost} lines were lost here){Environment.NewLine}";
        }

        string label = isJournal ? JournalStream.PriorityOf(level) : "collector: ";
        ReadOnlySpan<byte> bytes = _encoding.GetBytes($"{before}{label}{line}{Environment.NewLine}");
        bool isWhole = false;
        bool isBegun = false;
        while (!isWhole && stream.Write(bytes, out int taken) == SocketStatus.Done && taken > 0)
        {
            isBegun = true;
            bytes = bytes[taken..];
            isWhole = bytes.IsEmpty;
        }

        _isCut = isBegun ? !isWhole : _isCut;
        _lost = isWhole ? 0 : _lost + 1;
    }

    public void Dispose() => stream.Dispose();
}
