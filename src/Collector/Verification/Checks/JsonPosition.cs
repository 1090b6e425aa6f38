using System.Text.Json;

namespace Collector.Verification;

/// <summary>Lines and columns of a JSON text, both from 1, for what is wrong with it.</summary>
internal static class JsonPosition
{
    /// <param name="file">What the text is called.</param>
    /// <param name="text">The text.</param>
    /// <param name="offset">A byte of it.</param>
    public static string Of(string file, ReadOnlySpan<byte> text, long offset)
    {
        ReadOnlySpan<byte> before = text[..(int)offset];
        int line = before.Count((byte)'\n') + 1;
        int column = before.Length - before.LastIndexOf((byte)'\n');
        return $"{file}({line},{column})";
    }

    /// <summary>What a parser says, without its own positions, which count from 0.</summary>
    public static string Of(string file, JsonException error) =>
        $"{file}({error.LineNumber + 1},{error.BytePositionInLine + 1}): not valid JSON: {error.Message.Split(" LineNumber:")[0].TrimEnd('.')}";
}
