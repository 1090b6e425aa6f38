using System.Buffers.Binary;

namespace Collector.Verification;

/// <summary>What processor the programs in a folder are for, as the heads of their files say.</summary>
/// <remarks>https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html</remarks>
internal static class ImageArchitecture
{
    private const int HeadBytes = 20;
    private const int MachineOffset = 18;

    /// <summary>Files, not links, which might lead out of the folder: of Debian and most others, of BusyBox systems.</summary>
    private static readonly string[] s_programs = ["usr/bin/env", "usr/bin/bash", "bin/busybox", "bin/bash"];

    /// <param name="root">The folder that stands for <c>/</c>.</param>
    /// <returns>Null if no program there says so.</returns>
    public static string? Of(string root)
    {
        foreach (string program in s_programs)
        {
            FileInfo file = new(Path.Combine(root, program));
            if (file is { Exists: true, LinkTarget: null } && MachineOf(file) is string machine)
            {
                return machine;
            }
        }

        return null;
    }

    private static string? MachineOf(FileInfo file)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        try
        {
            using FileStream stream = file.OpenRead();
            return stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false) == HeadBytes && head.StartsWith("\x7fELF"u8)
                ? BinaryPrimitives.ReadUInt16LittleEndian(head[MachineOffset..]) switch
                {
                    3 => "x86",
                    40 => "arm",
                    62 => "x64",
                    183 => "arm64",
                    243 => "riscv64",
                    _ => null,
                }
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
