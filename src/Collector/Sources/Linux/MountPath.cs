namespace Collector.Sources.Linux;

/// <summary>Paths as mountinfo writes them: blanks, line ends, <c>#</c> and backslashes are <c>\040</c> and the like.</summary>
internal static class MountPath
{
    /// <summary>Gives a path its own characters back.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> escaped)
    {
        byte[] path = new byte[escaped.Length];
        int length = 0;
        while (!escaped.IsEmpty)
        {
            bool isEscape = TryDecode(escaped, out path[length++]);
            escaped = escaped[(isEscape ? 4 : 1)..];
        }

        return path[..length];
    }

    /// <summary>Whether a path is a folder or lies below it. </summary>
    public static bool IsWithin(ReadOnlySpan<byte> path, ReadOnlySpan<byte> folder) =>
        folder is [(byte)'/']
        || (path.StartsWith(folder) && (path.Length == folder.Length || path[folder.Length] == '/'));

    private static bool TryDecode(ReadOnlySpan<byte> text, out byte character)
    {
        character = text[0];
        if (text is not [(byte)'\\', >= (byte)'0' and <= (byte)'3', >= (byte)'0' and <= (byte)'7', >= (byte)'0' and <= (byte)'7', ..])
        {
            return false;
        }

        character = (byte)(((text[1] - '0') << 6) | ((text[2] - '0') << 3) | (text[3] - '0'));
        return true;
    }
}
