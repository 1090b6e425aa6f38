using System.Buffers.Binary;
using System.Buffers.Text;

namespace Collector.Wire;

/// <summary>
/// A message of carbon's pickle protocol: its length, then a pickled list of <c>(path, (stamp, value))</c>. The opcodes are
/// those of protocol 2, which every Python reads; texts are unicode, since a byte string would be another type there.
/// </summary>
/// <remarks>https://graphite.readthedocs.io/en/latest/feeding-carbon.html#the-pickle-protocol</remarks>
internal sealed class PickleMessage
{
    /// <summary>Carbon closes a connection for a message of more than 1 MiB, without a word.</summary>
    private const int MaxBytes = 256 * 1024;

    private const int HeaderBytes = sizeof(uint);

    /// <summary>What a point takes beside its path: opcodes, the path's length, a stamp and a double.</summary>
    private const int PointBytes = 32;

    private const byte Protocol = 0x80;
    private const byte EmptyList = (byte)']';
    private const byte Mark = (byte)'(';
    private const byte BinaryUnicode = (byte)'X';
    private const byte Long1 = 0x8a;
    private const byte BinaryFloat = (byte)'G';
    private const byte Tuple2 = 0x86;
    private const byte Appends = (byte)'e';
    private const byte Stop = (byte)'.';

    private byte[] _buffer = [];
    private int _length;

    /// <summary>The message; empty before the first.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>Makes a message of lines, as many as fit.</summary>
    /// <param name="lines">Whole lines, each <c>path value stamp</c>.</param>
    /// <returns>How many of their bytes are in it.</returns>
    public int Fill(ReadOnlySpan<byte> lines)
    {
        _buffer = _buffer.Length == 0 ? new byte[MaxBytes] : _buffer;
        _length = HeaderBytes;
        Put(Protocol);
        Put(2);
        Put(EmptyList);
        Put(Mark);
        int taken = 0;
        while (taken < lines.Length)
        {
            ReadOnlySpan<byte> line = lines[taken..];
            line = line[..line.IndexOf((byte)'\n')];
            if (_length + line.Length + PointBytes > MaxBytes)
            {
                break;
            }

            PutPoint(line);
            taken += line.Length + 1;
        }

        Put(Appends);
        Put(Stop);
        BinaryPrimitives.WriteUInt32BigEndian(_buffer, (uint)(_length - HeaderBytes));
        return taken;
    }

    private void PutPoint(ReadOnlySpan<byte> line)
    {
        int second = line.LastIndexOf((byte)' ');
        int first = line[..Math.Max(0, second)].LastIndexOf((byte)' ');
        if (first <= 0
            || !Utf8Parser.TryParse(line[(first + 1)..second], out double value, out _)
            || !Utf8Parser.TryParse(line[(second + 1)..], out long stamp, out _))
        {
            // Not ours: carbon would skip it as a line, too.
            return;
        }

        Put(BinaryUnicode);
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(_length), first);
        _length += sizeof(int);
        line[..first].CopyTo(_buffer.AsSpan(_length));
        _length += first;
        Put(Long1);
        Put(sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(_buffer.AsSpan(_length), stamp);
        _length += sizeof(long);
        Put(BinaryFloat);
        BinaryPrimitives.WriteDoubleBigEndian(_buffer.AsSpan(_length), value);
        _length += sizeof(double);
        Put(Tuple2);
        Put(Tuple2);
    }

    private void Put(byte value) => _buffer[_length++] = value;
}
