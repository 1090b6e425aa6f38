using System.Buffers.Text;

namespace Collector.Sources.Linux;

/// <summary>Paths of a process's files, relative to /proc.</summary>
internal static class ProcessPath
{
    public const int MaxLength = 32;

    /// <summary>Writes the number of a process and what follows it.</summary>
    /// <param name="path">Room for <see cref="MaxLength"/> bytes.</param>
    /// <param name="id">The process.</param>
    /// <param name="file">For example <c>/stat</c> with its NUL.</param>
    public static void Write(Span<byte> path, int id, ReadOnlySpan<byte> file)
    {
        Utf8Formatter.TryFormat(id, path, out int length);
        file.CopyTo(path[length..]);
    }
}
