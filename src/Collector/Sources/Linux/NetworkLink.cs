using System.Buffers.Text;
using System.Text;

namespace Collector.Sources.Linux;

/// <summary>The files of one network interface. They are read when something has changed, and not kept open: there may be hundreds.</summary>
/// <remarks>https://docs.kernel.org/networking/operstates.html</remarks>
internal sealed class NetworkLink(SourceContext context, byte[] key)
{
    private const ulong BitsPerMegabit = 1_000_000;
    private const ulong InterfaceUp = 1;

    /// <summary>What drivers of old say when they know no speed: -1 in 32 or in 16 bits.</summary>
    private const ulong UnknownSpeed = uint.MaxValue;
    private const ulong UnknownSpeedOfOld = ushort.MaxValue;

    private readonly KernelFile _state = File(context, key, "operstate");
    private readonly KernelFile _flags = File(context, key, "flags");
    private readonly KernelFile _speed = File(context, key, "speed");

    public ReadOnlySpan<byte> Key => key;

    public string Name { get; } = Encoding.UTF8.GetString(key);

    /// <summary>Reads the interface's state.</summary>
    /// <returns>False if it is none, or no longer.</returns>
    public bool TryRead(out NetworkLinks link)
    {
        link = default;
        ReadOnlySpan<byte> state = _state.Read(stackalloc byte[32]).TrimEnd((byte)'\n');
        _state.Close();
        if (state.IsEmpty)
        {
            return false;
        }

        // Loopback and tunnels have no carrier to speak of: they are up when they are switched on.
        bool isUp = state.SequenceEqual("up"u8) || (state.SequenceEqual("unknown"u8) && IsSwitchedOn());
        ulong? megabits = isUp ? _speed.ReadWhole() : null;
        _speed.Close();
        link.Up = isUp ? 1u : 0u;
        link.BitsPerSecond = megabits is null or 0 or UnknownSpeed or UnknownSpeedOfOld ? null : megabits * BitsPerMegabit;
        return true;
    }

    private static KernelFile File(SourceContext context, byte[] key, string name) =>
        new(context, $"/sys/class/net/{Encoding.UTF8.GetString(key)}/{name}");

    private bool IsSwitchedOn()
    {
        ReadOnlySpan<byte> flags = _flags.Read(stackalloc byte[32]).TrimEnd((byte)'\n');
        _flags.Close();
        return flags is [(byte)'0', (byte)'x', .. ReadOnlySpan<byte> digits]
            && Utf8Parser.TryParse(digits, out ulong bits, out _, 'x')
            && (bits & InterfaceUp) != 0;
    }
}
