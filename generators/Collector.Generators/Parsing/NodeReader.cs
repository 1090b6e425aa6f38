using System.Text;
using System.Text.Json;

namespace Collector.Generators.Parsing;

/// <summary>Reads JSON text into <see cref="Node"/>s.</summary>
internal static class NodeReader
{
    private static readonly JsonReaderOptions s_options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static Node Read(byte[] utf8)
    {
        Utf8JsonReader reader = new(utf8, s_options);
        reader.Read();
        Node root = ReadValue(ref reader);

        // What follows the value is a fault too, and the reader finds it only when asked to go on.
        reader.Read();
        return root;
    }

    private static Node ReadValue(ref Utf8JsonReader reader)
    {
        int start = (int)reader.TokenStartIndex;
        Node node = reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader, start),
            JsonTokenType.StartArray => ReadArray(ref reader, start),
            JsonTokenType.String or JsonTokenType.PropertyName => ReadString(ref reader, start),
            JsonTokenType.Number => new(NodeKind.Number, TextOf(ref reader), start),
            _ => new(NodeKind.Word, TextOf(ref reader), start),
        };
        node.End = (int)reader.BytesConsumed;
        return node;
    }

    private static Node ReadObject(ref Utf8JsonReader reader, int start)
    {
        Node node = new(NodeKind.Object, "", start);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            Node name = ReadString(ref reader, (int)reader.TokenStartIndex);

            // The reader counts the colon as part of the name.
            name.End = name.Start + reader.ValueSpan.Length + 2;
            reader.Read();
            node.Members.Add(new(name, ReadValue(ref reader)));
        }

        return node;
    }

    private static Node ReadArray(ref Utf8JsonReader reader, int start)
    {
        Node node = new(NodeKind.Array, "", start);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            node.Items.Add(ReadValue(ref reader));
        }

        return node;
    }

    private static Node ReadString(ref Utf8JsonReader reader, int start)
    {
        try
        {
            return new(NodeKind.String, reader.GetString()!, start) { IsVerbatim = !reader.ValueIsEscaped };
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: it stays the escape that it is, and no name is made of such.
            return new(NodeKind.String, TextOf(ref reader), start);
        }
    }

    private static string TextOf(ref Utf8JsonReader reader) => Encoding.UTF8.GetString(reader.ValueSpan.ToArray());
}
