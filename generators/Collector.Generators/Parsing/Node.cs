namespace Collector.Generators.Parsing;

/// <summary>A JSON value that knows where it stands.</summary>
/// <param name="kind">What it is.</param>
/// <param name="text">The value of a string, or a number as it is spelt.</param>
/// <param name="start">Its first byte in the file.</param>
internal sealed class Node(NodeKind kind, string text, int start)
{
    public NodeKind Kind => kind;

    public string Text => text;

    public int Start => start;

    /// <summary>The byte behind it.</summary>
    public int End { get; set; }

    /// <summary>Whether the text stands in the file as it is, so that a part of it can be pointed at.</summary>
    public bool IsVerbatim { get; set; }

    /// <summary>The members of an object.</summary>
    public List<Member> Members { get; } = [];

    /// <summary>The elements of an array.</summary>
    public List<Node> Items { get; } = [];

    /// <summary>What people call such a value.</summary>
    public string Describe() => kind switch
    {
        NodeKind.Object => "an object",
        NodeKind.Array => "a list",
        NodeKind.String => "a text",
        NodeKind.Number => "a number",
        _ => $"'{text}'",
    };
}
