using System.Buffers.Text;

namespace Collector.Sources.Linux;

/// <summary>Understands the files of a control group.</summary>
internal static class ControlGroupText
{
    /// <summary>The value of a line <c>key value</c>.</summary>
    /// <returns>Null if there is no such line.</returns>
    public static ulong? Value(ReadOnlySpan<byte> text, ReadOnlySpan<byte> key)
    {
        LineReader lines = new(text);
        while (lines.Next())
        {
            FieldReader fields = new(lines.Current);
            if (fields.TryNext(out ReadOnlySpan<byte> name) && name.SequenceEqual(key))
            {
                return fields.TryReadWhole(1, out ulong value) ? value : null;
            }
        }

        return null;
    }

    /// <summary>The sum over all devices of what <c>key=</c> says: <c>8:0 rbytes=1 wbytes=2</c>.</summary>
    public static ulong Sum(ReadOnlySpan<byte> text, ReadOnlySpan<byte> key)
    {
        ulong sum = 0;
        LineReader lines = new(text);
        while (lines.Next())
        {
            FieldReader fields = new(lines.Current);
            while (fields.TryNext(out ReadOnlySpan<byte> field))
            {
                if (field.StartsWith(key) && Utf8Parser.TryParse(field[key.Length..], out ulong value, out _))
                {
                    sum += value;
                }
            }
        }

        return sum;
    }

    /// <summary>The processors of <c>cpu.max</c>: <c>150000 100000</c> is one and a half.</summary>
    /// <returns>Null for <c>max 100000</c>.</returns>
    public static double? Processors(ReadOnlySpan<byte> text)
    {
        FieldReader fields = new(text);
        return fields.TryReadWhole(0, out ulong quota) && fields.TryReadWhole(1, out ulong period) && period > 0
            ? (double)quota / period
            : null;
    }

    /// <summary>The path of the group of version 2 in the text of /proc/self/cgroup: the line <c>0::/path</c>.</summary>
    public static ReadOnlySpan<byte> Path(ReadOnlySpan<byte> text)
    {
        LineReader lines = new(text);
        while (lines.Next())
        {
            if (lines.Current.StartsWith("0::/"u8))
            {
                return lines.Current[3..];
            }
        }

        return default;
    }
}
