namespace Collector.Sources.Recordings;

/// <summary>
/// Goes over the fields of a native row, each by its name, to write or to set them. One generated method a struct
/// serves both ways.
/// </summary>
internal abstract class FieldPass
{
    public void Pass(ReadOnlySpan<byte> name, ref ulong value)
    {
        ulong? whole = value;
        Pass(name, ref whole);
        value = whole ?? 0;
    }

    public void Pass(ReadOnlySpan<byte> name, ref uint value)
    {
        ulong? whole = value;
        Pass(name, ref whole);
        value = (uint)(whole ?? 0);
    }

    public void Pass(ReadOnlySpan<byte> name, ref ushort value)
    {
        ulong? whole = value;
        Pass(name, ref whole);
        value = (ushort)(whole ?? 0);
    }

    public void Pass(ReadOnlySpan<byte> name, ref byte value)
    {
        ulong? whole = value;
        Pass(name, ref whole);
        value = (byte)(whole ?? 0);
    }

    public void Pass(ReadOnlySpan<byte> name, ref uint? value)
    {
        ulong? whole = value;
        Pass(name, ref whole);
        value = (uint?)whole;
    }

    public void Pass(ReadOnlySpan<byte> name, ref int value)
    {
        double? number = value;
        Pass(name, ref number);
        value = (int)(number ?? 0);
    }

    public void Pass(ReadOnlySpan<byte> name, ref int? value)
    {
        double? number = value;
        Pass(name, ref number);
        value = (int?)number;
    }

    public void Pass(ReadOnlySpan<byte> name, ref float value)
    {
        double? number = value;
        Pass(name, ref number);
        value = (float)(number ?? 0);
    }

    public void Pass(ReadOnlySpan<byte> name, ref double value)
    {
        double? number = value;
        Pass(name, ref number);
        value = number ?? 0;
    }

    public abstract void Pass(ReadOnlySpan<byte> name, ref ulong? value);

    public abstract void Pass(ReadOnlySpan<byte> name, ref double? value);
}
