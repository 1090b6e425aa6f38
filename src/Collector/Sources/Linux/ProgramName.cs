using Collector.Interop;

namespace Collector.Sources.Linux;

/// <summary>Finds out what a process's executable is called, of which the kernel's own name shows 15 bytes at most.</summary>
internal static unsafe class ProgramName
{
    /// <summary>What readlink adds when the executable was replaced or removed.</summary>
    private static ReadOnlySpan<byte> Deleted => " (deleted)"u8;

    /// <summary>The last part of the executable's path; of the command line where only the superuser may see that.</summary>
    /// <param name="folder">The descriptor of /proc.</param>
    /// <param name="id">The process.</param>
    /// <param name="buffer">Room for a path.</param>
    /// <returns>Empty if there is none, as for the kernel's own threads.</returns>
    public static ReadOnlySpan<byte> Of(int folder, int id, Span<byte> buffer)
    {
        ReadOnlySpan<byte> path = Executable(folder, id, buffer);
        if (path.IsEmpty)
        {
            path = FirstArgument(folder, id, buffer);
        }

        return path[(path.LastIndexOf((byte)'/') + 1)..];
    }

    private static ReadOnlySpan<byte> Executable(int folder, int id, Span<byte> buffer)
    {
        Span<byte> file = stackalloc byte[ProcessPath.MaxLength];
        ProcessPath.Write(file, id, "/exe\0"u8);
        nint length;
        fixed (byte* path = file, start = buffer)
        {
            length = Libc.readlinkat(folder, path, start, (nuint)buffer.Length);
        }

        ReadOnlySpan<byte> target = buffer[..(int)Math.Max(length, 0)];
        return target.EndsWith(Deleted) ? target[..^Deleted.Length] : target;
    }

    private static ReadOnlySpan<byte> FirstArgument(int folder, int id, Span<byte> buffer)
    {
        Span<byte> file = stackalloc byte[ProcessPath.MaxLength];
        ProcessPath.Write(file, id, "/cmdline\0"u8);
        nint length = -1;
        fixed (byte* path = file, start = buffer)
        {
            int descriptor = Libc.openat(folder, path, Libc.O_RDONLY | Libc.O_CLOEXEC | Libc.O_NONBLOCK);
            if (descriptor >= 0)
            {
                length = Libc.pread(descriptor, start, (nuint)buffer.Length, 0);
                _ = Libc.close(descriptor);
            }
        }

        ReadOnlySpan<byte> arguments = buffer[..(int)Math.Max(length, 0)];
        int end = arguments.IndexOf((byte)0);
        return end >= 0 ? arguments[..end] : arguments;
    }
}
