using System.Buffers.Binary;

namespace Collector.EndToEnd.Tests;

/// <summary>
/// Reads the slots of a whisper file as they stand: a header of 16 bytes, 12 bytes an archive, then the slots of
/// each archive, all big-endian.
/// </summary>
internal static class WhisperFile
{
    private const int HeaderSize = 16;
    private const int SlotSize = 12;

    /// <summary>The points of the first archive; none for a file that is not there.</summary>
    public static IReadOnlyDictionary<long, double> Read(string path)
    {
        Dictionary<long, double> points = [];
        if (!File.Exists(path))
        {
            return points;
        }

        // carbon-cache writes while this reads.
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        if (bytes.Length < HeaderSize + SlotSize)
        {
            return points;
        }

        int slot = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(HeaderSize));
        int count = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(HeaderSize + 8));
        for (int index = 0; index < count && slot + SlotSize <= bytes.Length; index++, slot += SlotSize)
        {
            uint stamp = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(slot));
            if (stamp != 0)
            {
                points[stamp] = BinaryPrimitives.ReadDoubleBigEndian(bytes.AsSpan(slot + 4));
            }
        }

        return points;
    }
}
