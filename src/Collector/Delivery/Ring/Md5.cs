using System.Buffers.Binary;
using System.Numerics;

namespace Collector.Delivery;

/// <summary>MD5, by which carbon finds the place of a series. The system's own would need OpenSSL on the host.</summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc1321</remarks>
internal static class Md5
{
    public const int DigestBytes = 16;

    private const int BlockBytes = 64;
    private const int LengthBytes = 8;

    private static ReadOnlySpan<int> Shifts => [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];

    private static ReadOnlySpan<uint> Sines =>
    [
        0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
        0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
        0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
        0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
        0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
        0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
        0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
        0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
    ];

    /// <summary>Writes the digest of a message.</summary>
    public static void Hash(ReadOnlySpan<byte> message, Span<byte> digest)
    {
        Span<uint> state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
        int whole = message.Length / BlockBytes * BlockBytes;
        for (int start = 0; start < whole; start += BlockBytes)
        {
            Mix(message.Slice(start, BlockBytes), state);
        }

        // A single bit, zeros, and the length in bits close the last block, or the one behind it.
        Span<byte> rest = stackalloc byte[2 * BlockBytes];
        rest.Clear();
        int length = message.Length - whole;
        message[whole..].CopyTo(rest);
        rest[length] = 0x80;
        int end = length + 1 + LengthBytes <= BlockBytes ? BlockBytes : 2 * BlockBytes;
        BinaryPrimitives.WriteUInt64LittleEndian(rest[(end - LengthBytes)..], (ulong)message.Length * 8);
        for (int start = 0; start < end; start += BlockBytes)
        {
            Mix(rest.Slice(start, BlockBytes), state);
        }

        for (int word = 0; word < state.Length; word++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(digest[(word * sizeof(uint))..], state[word]);
        }
    }

    private static void Mix(ReadOnlySpan<byte> block, Span<uint> state)
    {
        (uint a, uint b, uint c, uint d) = (state[0], state[1], state[2], state[3]);
        for (int step = 0; step < 64; step++)
        {
            (uint mixed, int word) = (step / 16) switch
            {
                0 => ((b & c) | (~b & d), step),
                1 => ((d & b) | (~d & c), (5 * step) + 1),
                2 => (b ^ c ^ d, (3 * step) + 5),
                _ => (c ^ (b | ~d), 7 * step),
            };
            uint taken = BinaryPrimitives.ReadUInt32LittleEndian(block[(word % 16 * sizeof(uint))..]);
            uint turned = BitOperations.RotateLeft(a + mixed + Sines[step] + taken, Shifts[(step / 16 * 4) + (step % 4)]);
            (a, d, c, b) = (d, c, b, b + turned);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
    }
}
