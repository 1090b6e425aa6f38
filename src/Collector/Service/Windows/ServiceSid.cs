using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Collector.Service.Windows;

/// <summary>The identity that Windows gives a service besides its account: <c>NT SERVICE\name</c>, made from the name alone.</summary>
internal static class ServiceSid
{
    private const int Parts = 5;

    /// <summary>The identity as text, for example <c>S-1-5-80-…</c>.</summary>
    /// <remarks>https://learn.microsoft.com/openspecs/windows_protocols/ms-dtyp/81d92bba-d22b-4a8c-908a-554ab29148ab</remarks>
    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "Windows makes it so.")]
    public static string Of(string name)
    {
        ReadOnlySpan<byte> hash = SHA1.HashData(MemoryMarshal.AsBytes(name.ToUpperInvariant().AsSpan()));
        string sid = "S-1-5-80";
        for (int part = 0; part < Parts; part++)
        {
            sid += string.Create(
                CultureInfo.InvariantCulture, $"-{BinaryPrimitives.ReadUInt32LittleEndian(hash[(part * sizeof(uint))..])}");
        }

        return sid;
    }
}
