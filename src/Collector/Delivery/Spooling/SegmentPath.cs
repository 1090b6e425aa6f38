using System.Globalization;
using System.Text;

namespace Collector.Delivery;

/// <summary>
/// Where a segment lies: its folder and its number. The buffers are written over for each number, so that a new segment
/// allocates nothing.
/// </summary>
internal sealed class SegmentPath
{
    public const string Extension = ".lines";

    private const int Digits = 10;

    private readonly byte[] _utf8;
    private readonly char[] _utf16;
    private readonly byte[] _folder;

    /// <param name="folder">The folder's whole path.</param>
    public SegmentPath(string folder)
    {
        string text = Path.Combine(folder, NameOf(0)) + '\0';
        _utf8 = Encoding.UTF8.GetBytes(text);
        _utf16 = text.ToCharArray();
        _folder = Encoding.UTF8.GetBytes(folder + '\0');
    }

    /// <summary>The path for Linux, with a zero at its end.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8;

    /// <summary>The path for Windows, with a zero at its end.</summary>
    public ReadOnlySpan<char> Utf16 => _utf16;

    /// <summary>The folder for Linux, with a zero at its end.</summary>
    public ReadOnlySpan<byte> Folder => _folder;

    public static string NameOf(long number) => number.ToString("D10", CultureInfo.InvariantCulture) + Extension;

    /// <summary>The number of a segment by its file's name; null if it is no segment.</summary>
    public static long? NumberOf(string name) =>
        name.Length == Digits + Extension.Length && name.EndsWith(Extension, StringComparison.Ordinal)
        && long.TryParse(name.AsSpan(0, Digits), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;

    /// <summary>Makes this the path of a segment.</summary>
    public SegmentPath At(long number)
    {
        for (int index = 0; index < Digits; index++, number /= 10)
        {
            int fromEnd = Extension.Length + 2 + index;
            _utf8[^fromEnd] = (byte)('0' + (number % 10));
            _utf16[^fromEnd] = (char)('0' + (number % 10));
        }

        return this;
    }

    public override string ToString() => new(_utf16, 0, _utf16.Length - 1);
}
