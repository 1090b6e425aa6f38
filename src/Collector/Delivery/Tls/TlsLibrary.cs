using System.Runtime.InteropServices;

namespace Collector.Delivery;

/// <summary>
/// What speaks TLS on this system. On Linux that is a library that need not be there; the runtime would end the process
/// over it, without a word that helps.
/// </summary>
internal static class TlsLibrary
{
    private static readonly string[] s_names = ["libssl.so.3", "libssl.so.1.1"];

    /// <summary>What is missing, as a sentence; null if nothing is.</summary>
    public static string? Fault => OperatingSystem.IsWindows() || Array.Exists(s_names, static name => NativeLibrary.TryLoad(name, out _))
        ? null
        : "TLS needs OpenSSL, and this host has neither libssl.so.3 nor libssl.so.1.1; install it (Debian and Ubuntu: libssl3)";
}
