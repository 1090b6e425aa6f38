using System.Runtime.InteropServices;
using Collector.Interop;

namespace Collector.Sources.Linux;

/// <summary>Hears from the kernel when a network interface changes: one call that returns at once while none does.</summary>
/// <remarks>https://man7.org/linux/man-pages/man7/rtnetlink.7.html</remarks>
internal sealed unsafe class LinkWatch
{
    private readonly int _socket = Open();

    /// <summary>Whether something may have changed since the last call; always, where the kernel does not tell.</summary>
    public bool HasChanged()
    {
        if (_socket < 0)
        {
            return true;
        }

        bool hasChanged = false;
        while (!IsQuiet())
        {
            hasChanged = true;
        }

        return hasChanged;
    }

    private static int Open()
    {
        int socket = Libc.socket(Libc.AF_NETLINK, Libc.SOCK_RAW | Libc.SOCK_CLOEXEC, Libc.NETLINK_ROUTE);
        Libc.sockaddr_nl address = new() { nl_family = Libc.AF_NETLINK, nl_groups = Libc.RTMGRP_LINK };
        if (socket >= 0 && Libc.bind(socket, &address, (uint)sizeof(Libc.sockaddr_nl)) != 0)
        {
            _ = Libc.close(socket);
            return -1;
        }

        return socket;
    }

    /// <summary>Takes one message, whose text does not matter. One that was lost (ENOBUFS) is news too.</summary>
    private bool IsQuiet()
    {
        byte message;
        return Libc.recv(_socket, &message, 1, Libc.MSG_DONTWAIT) < 0
            && Marshal.GetLastPInvokeError() != Libc.ENOBUFS;
    }
}
