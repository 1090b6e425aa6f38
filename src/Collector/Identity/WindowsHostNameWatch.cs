using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Identity;

/// <summary>Asks the system at each look: it keeps its name in memory.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class WindowsHostNameWatch : HostNameWatch
{
    private const int Longest = 1024;

    private readonly char[] _before = new char[Longest];
    private int _length = -1;

    public WindowsHostNameWatch() => _ = HasChanged();

    public override bool HasChanged()
    {
        char* name = stackalloc char[Longest];
        uint length = Longest;
        if (Kernel32.GetComputerNameExW(Kernel32.ComputerNameDnsFullyQualified, name, &length) == 0)
        {
            return false;
        }

        ReadOnlySpan<char> now = new(name, (int)length);
        if (_length >= 0 && now.SequenceEqual(_before.AsSpan(0, _length)))
        {
            return false;
        }

        now.CopyTo(_before);
        _length = now.Length;
        return true;
    }
}
