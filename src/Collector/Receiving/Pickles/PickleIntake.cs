using System.Buffers.Binary;
using System.Globalization;
using System.Text.Unicode;
using Collector.Wire;

namespace Collector.Receiving;

/// <summary>Messages of carbon's pickle protocol: four bytes that say how long it is, then a list of points.</summary>
internal sealed class PickleIntake(Tally tally, LineReport report) : Intake(tally, report)
{
    /// <summary>Carbon closes the connection over a longer one.</summary>
    public const int MaxMessage = 1 << 20;

    private const int PrefixBytes = 4;
    private const int MaxNumber = WireNumber.MaxDecimal;

    private byte[] _line = new byte[1024];

    public override int MaxRest => MaxMessage + PrefixBytes;

    public override int Take(ReadOnlySpan<byte> bytes, Sender sender)
    {
        int start = 0;
        while (!Report.IsFull && bytes.Length - start >= PrefixBytes)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(bytes[start..]);
            if (length > MaxMessage)
            {
                Report.AddFault(Tally, sender, IsText(bytes.Slice(start, PrefixBytes))
                    ? "this is text, not pickles; carbon closes the connection: send it to the port for Graphite"
                    : $"a message of {length} bytes follows; carbon closes the connection over more than {MaxMessage}");
                return -1;
            }

            if (bytes.Length - start - PrefixBytes < length)
            {
                break;
            }

            TakeMessage(bytes.Slice(start + PrefixBytes, (int)length), sender);
            start += PrefixBytes + (int)length;
        }

        return start;
    }

    public override void End(ReadOnlySpan<byte> rest, Sender sender)
    {
        if (!rest.IsEmpty && !Report.IsFull)
        {
            Report.AddFault(Tally, sender, $"the connection ended {rest.Length} bytes into a message; carbon loses it without a word");
        }
    }

    private void TakeMessage(ReadOnlySpan<byte> message, Sender sender)
    {
        PickleReader reader = new(message);
        ReadOnlySpan<PickleItem> points = reader.Read();
        if (reader.Error is not null)
        {
            Report.AddFault(Tally, sender, $"a message of {message.Length} bytes is no pickle of points: {reader.Error}; carbon logs and skips it");
            return;
        }

        long now = Now;
        foreach (PickleItem point in points)
        {
            if (Report.IsFull)
            {
                return;
            }

            sender.Line++;
            ReadOnlySpan<PickleItem> pair = reader.PartsOf(point);
            ReadOnlySpan<PickleItem> datum = pair.Length == 2 ? reader.PartsOf(pair[1]) : default;
            if (datum.Length != 2 || pair[0].Kind is not (PickleKind.Text or PickleKind.Bytes))
            {
                Report.Add(Tally, sender, "?"u8, new(LineFlaws.NoPoint));
                continue;
            }

            ReadOnlySpan<byte> name = reader.TextOf(pair[0]);
            LineFlaws flaws = GraphiteName.Check(name)
                | GraphiteLine.CheckValue(Scan(reader, datum[1])) | GraphiteLine.CheckStamp(Scan(reader, datum[0]), now)
                | (Utf8.IsValid(name) ? LineFlaws.None : LineFlaws.NotUtf8)
                | (pair[0].Kind == PickleKind.Text ? LineFlaws.None : LineFlaws.NameNoText);
            Report.Add(Tally, sender, Write(reader, name, datum), new(flaws, name));
        }
    }

    private static ScannedNumber Scan(PickleReader reader, PickleItem item)
    {
        double number = item.Number;
        return item.Kind switch
        {
            PickleKind.Text => ScannedNumber.Of(reader.TextOf(item)),
            PickleKind.Number when double.IsNaN(number) => new(NumberShape.NaN, number, false),
            PickleKind.Number when double.IsInfinity(number) => new(NumberShape.Infinite, number, false),
            PickleKind.Number => new(NumberShape.Plain, number, number != Math.Truncate(number)),
            _ => default,
        };
    }

    /// <summary>The point as a line of Graphite.</summary>
    private ReadOnlySpan<byte> Write(PickleReader reader, ReadOnlySpan<byte> name, ReadOnlySpan<PickleItem> datum)
    {
        int room = name.Length + Room(datum[0]) + Room(datum[1]) + 3;
        if (_line.Length < room)
        {
            _line = new byte[room * 2];
        }

        name.CopyTo(_line);
        foreach (ref byte character in _line.AsSpan(0, name.Length))
        {
            // A line has no room for them; carbon would have stored them.
            character = character < 0x20 ? (byte)'?' : character;
        }

        int length = name.Length;
        _line[length++] = (byte)' ';
        length += Write(_line.AsSpan(length), reader, datum[1]);
        _line[length++] = (byte)' ';
        length += Write(_line.AsSpan(length), reader, datum[0]);
        _line[length++] = (byte)'\n';
        return _line.AsSpan(0, length);
    }

    private static int Room(PickleItem item) => item.Kind == PickleKind.Text ? item.Length : MaxNumber;

    private static int Write(Span<byte> destination, PickleReader reader, PickleItem item)
    {
        if (item.Kind == PickleKind.Text)
        {
            reader.TextOf(item).CopyTo(destination);
            return item.Length;
        }

        if (item.Kind != PickleKind.Number)
        {
            destination[0] = (byte)'?';
            return 1;
        }

        // The shortest text that reads back as the number, if it is a plain one.
        if (item.Number.TryFormat(destination, out int length, default, CultureInfo.InvariantCulture)
            && !(double.IsFinite(item.Number) && destination[..length].Contains((byte)'E')))
        {
            return length;
        }

        return WireNumber.Write(destination, item.Number, WireNumber.MaxDecimals);
    }

    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            if (value is < 0x20 or > 0x7E)
            {
                return false;
            }
        }

        return true;
    }
}
