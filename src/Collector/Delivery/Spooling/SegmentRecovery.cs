using System.Buffers.Text;
using System.Text.Unicode;
using Collector.Logging;
using Collector.Sources;
using Microsoft.Win32.SafeHandles;

namespace Collector.Delivery;

/// <summary>
/// Reads through a segment that an earlier process left. A line that has no end was being written when that process or
/// the host died: it is cut off. Anything else that is no line is damage: the file is set aside, its good lines are kept.
/// </summary>
internal static class SegmentRecovery
{
    private const string DamagedExtension = ".damaged";
    private const string NewExtension = ".new";

    /// <summary>Ends what a process began that died between setting a file aside and putting its good lines in its place.</summary>
    public static void Complete(string folder)
    {
        foreach (string copy in Directory.GetFiles(folder, "*" + SegmentPath.Extension + NewExtension))
        {
            string path = copy[..^NewExtension.Length];
            if (File.Exists(path))
            {
                // The damaged file still has its name: all of it is done anew.
                File.Delete(copy);
            }
            else
            {
                File.Move(copy, path);
            }
        }
    }

    /// <param name="path">The segment's file.</param>
    /// <param name="number">Its number.</param>
    /// <param name="log">Takes a line for people.</param>
    /// <param name="changing">What is done before places in the file become other ones.</param>
    /// <returns>What is there now; null if nothing is, or it cannot be read.</returns>
    public static RecoveredSegment? Recover(string path, long number, Log log, Action? changing = null)
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            int length = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
            RecoveredSegment found = Read(bytes.AsSpan(0, length), number, out int bad);
            if (bad > 0)
            {
                log.Warning($"spool: {bad} lines of '{path}' are damaged; the file is kept as {Path.GetFileName(path)}{DamagedExtension}, its other {found.Lines} lines are sent");
                changing?.Invoke();
                return SetAside(path, bytes.AsSpan(0, length), found);
            }

            if (length < bytes.Length)
            {
                log.Warning($"spool: the last line of '{path}' is torn; {bytes.Length - length} bytes were cut off");
                using SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.Write);
                RandomAccess.SetLength(file, length);
            }

            return KeepUnlessEmpty(path, found);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            log.Error($"spool: cannot read '{path}': {error.Message} It stays where it is, and is not sent");
            return null;
        }
    }

    /// <summary>Counts lines, and those that are none.</summary>
    private static RecoveredSegment Read(ReadOnlySpan<byte> bytes, long number, out int bad)
    {
        RecoveredSegment found = new(number, 0, 0, 0, 0);
        int good = 0;
        long lines = 0;
        long first = 0;
        long last = 0;
        bad = 0;
        LineReader reader = new(bytes);
        while (reader.Next())
        {
            if (!TryStamp(reader.Current, out long stamp))
            {
                bad++;
                continue;
            }

            first = lines == 0 ? stamp : first;
            last = stamp;
            lines++;
            good += reader.Current.Length + 1;
        }

        return found with { Length = good, Lines = lines, FirstStamp = first, LastStamp = last };
    }

    /// <summary>Puts a file with the good lines in the place of the damaged one.</summary>
    private static RecoveredSegment? SetAside(string path, ReadOnlySpan<byte> bytes, RecoveredSegment found)
    {
        byte[] good = new byte[found.Length];
        int length = 0;
        LineReader reader = new(bytes);
        while (reader.Next())
        {
            if (TryStamp(reader.Current, out _))
            {
                reader.Current.CopyTo(good.AsSpan(length));
                length += reader.Current.Length;
                good[length++] = (byte)'\n';
            }
        }

        // Only when its good lines are safe may the damaged file lose its name.
        string copy = path + NewExtension;
        using (SafeFileHandle file = PrivateFile.Open(copy, FileShare.None))
        {
            RandomAccess.Write(file, good, 0);
            RandomAccess.SetLength(file, good.Length);
            RandomAccess.FlushToDisk(file);
        }

        File.Move(path, path + DamagedExtension, overwrite: true);
        File.Move(copy, path);
        return KeepUnlessEmpty(path, found);
    }

    private static RecoveredSegment? KeepUnlessEmpty(string path, RecoveredSegment found)
    {
        if (found.Lines > 0)
        {
            return found;
        }

        File.Delete(path);
        return null;
    }

    /// <summary>
    /// Whether it is <c>path value stamp</c>, with no byte that none of the three can have. A line that is no valid UTF-8
    /// would make carbon close the connection, each time that it is sent.
    /// </summary>
    private static bool TryStamp(ReadOnlySpan<byte> line, out long stamp)
    {
        stamp = 0;
        int second = line.LastIndexOf((byte)' ');
        int first = second < 0 ? -1 : line[..second].LastIndexOf((byte)' ');
        return first > 0 && line.IndexOfAnyInRange((byte)0, (byte)31) < 0
            && Utf8Parser.TryParse(line[(first + 1)..second], out double _, out int digits) && digits == second - first - 1
            && Utf8Parser.TryParse(line[(second + 1)..], out stamp, out digits) && digits == line.Length - second - 1 && stamp > 0
            && !line[..first].Contains((byte)' ') && Utf8.IsValid(line[..first]);
    }
}
