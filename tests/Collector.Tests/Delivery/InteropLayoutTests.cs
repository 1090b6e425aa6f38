using System.Runtime.CompilerServices;
using Collector.Interop;

namespace Collector.Tests.Delivery;

/// <summary>Sizes as the C headers of 64-bit Linux and Windows have them.</summary>
public sealed class InteropLayoutTests
{
    [Test]
    public async Task Structs_of_the_C_library_have_their_sizes()
    {
        await Assert.That(Unsafe.SizeOf<Libc.pollfd>()).IsEqualTo(8);
        await Assert.That(Unsafe.SizeOf<Libc.timespec>()).IsEqualTo(16);
        await Assert.That(Unsafe.SizeOf<Libc.iovec>()).IsEqualTo(16);
        await Assert.That(Unsafe.SizeOf<Libc.msghdr>()).IsEqualTo(56);
        await Assert.That(Unsafe.SizeOf<Libc.mmsghdr>()).IsEqualTo(64);
        await Assert.That(Unsafe.SizeOf<Libc.addrinfo>()).IsEqualTo(48);
        await Assert.That(Unsafe.SizeOf<Libc.statx_t>()).IsEqualTo(256);
    }

    [Test]
    public async Task Structs_of_Winsock_have_their_sizes()
    {
        await Assert.That(Unsafe.SizeOf<Ws2_32.addrinfoW>()).IsEqualTo(48);
        await Assert.That(Unsafe.SizeOf<Ws2_32.WSANETWORKEVENTS>()).IsEqualTo(44);
    }
}
