using System.Buffers.Text;
using System.Text;

namespace Collector.Sources.Linux;

/// <summary>One sensor: its name, and the file that has its value.</summary>
internal sealed class Sensor(string name, bool isFan, KernelFile file)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(name);
    private bool _hadValue;

    public ReadOnlySpan<byte> Key => _key;

    public string Name => name;

    /// <summary>Whether the chip has gone since, with its driver or its device; another one may have its number.</summary>
    public bool HasGone => _hadValue && file.IsAbsent;

    /// <returns>False if the sensor has no value now: chips at rest, or nothing plugged in.</returns>
    public bool TryRead(out HardwareSensors sensor)
    {
        sensor = default;
        ReadOnlySpan<byte> text = file.Read(stackalloc byte[32]);
        if (!Utf8Parser.TryParse(text, out long value, out _))
        {
            return false;
        }

        _hadValue = true;
        if (!isFan)
        {
            sensor.Millidegrees = value;
        }
        else
        {
            sensor.FanSpeed = (ulong)Math.Max(value, 0);
        }

        return true;
    }

    public void Close() => file.Close();
}
