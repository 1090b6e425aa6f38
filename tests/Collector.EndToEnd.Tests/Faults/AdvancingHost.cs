using System.Globalization;
using System.Text;

namespace Collector.EndToEnd.Tests;

/// <summary>
/// A recorded host whose counters go on: no two series and no two ticks have the same number, so a value at a wrong
/// place or a wrong time is seen.
/// </summary>
internal sealed class AdvancingHost : IDisposable
{
    private const long FirstNumber = 1_000_000_000;
    private const int LinesOfInterface = 8;

    private readonly FileStream _file;
    private readonly int _interfaces;
    private readonly Timer _timer;
    private readonly Lock _lock = new();
    private long _number = FirstNumber;

    /// <param name="folder">Where it is recorded.</param>
    /// <param name="lines">About how many lines a tick of it has.</param>
    /// <param name="milliseconds">How often its counters advance.</param>
    public AdvancingHost(TemporaryFolder folder, int lines, int milliseconds = 200)
    {
        _interfaces = Math.Max(1, lines / LinesOfInterface);
        _file = new(folder.Write("root/proc/net/dev", ""), FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        Root = folder.File("root");
        Advance();
        _timer = new(_ => Advance(), null, milliseconds, milliseconds);
    }

    public string Root { get; }

    /// <summary>How many lines a tick has.</summary>
    public int Lines => _interfaces * LinesOfInterface;

    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            _file.Dispose();
        }
    }

    private void Advance()
    {
        // Every number has ten digits, so the new text covers the old one: no reader ever sees a file cut short.
        StringBuilder text = new("Inter-|   Receive\n face |bytes\n");
        lock (_lock)
        {
            if (!_file.CanWrite)
            {
                return;
            }

            for (int index = 0; index < _interfaces; index++)
            {
                text.Append(CultureInfo.InvariantCulture, $"  if{index}:");
                for (int column = 0; column < 16; column++)
                {
                    text.Append(CultureInfo.InvariantCulture, $" {_number++}");
                }

                text.Append('\n');
            }

            RandomAccess.Write(_file.SafeFileHandle, Encoding.ASCII.GetBytes(text.ToString()), 0);
        }
    }
}
