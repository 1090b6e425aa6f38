using System.Runtime.InteropServices;

namespace Collector.Sources.Windows;

/// <summary>A volume, by one of the paths that lead to it.</summary>
internal sealed class Volume
{
    private readonly char[] _path;

    /// <param name="path">With the closing backslash, which the calls want.</param>
    public Volume(ReadOnlySpan<char> path)
    {
        _path = [.. path, '\0'];

        // C:\ is the root of a drive; C:\mnt\ is a folder and called C:\mnt.
        Name = (path.Length > 3 ? path[..^1] : path).ToString();
        Subject = $"GetDiskFreeSpaceEx({Name})";
    }

    /// <summary>What people call it: <c>C:\</c>, or <c>C:\mnt\data</c>.</summary>
    public string Name { get; }

    /// <summary>What a fault names.</summary>
    public string Subject { get; }

    /// <summary>The path without its closing NUL.</summary>
    public ReadOnlySpan<char> Path => _path.AsSpan(0, _path.Length - 1);

    public ReadOnlySpan<byte> Key => MemoryMarshal.AsBytes(Path);

    public ref char GetPinnableReference() => ref _path[0];
}
