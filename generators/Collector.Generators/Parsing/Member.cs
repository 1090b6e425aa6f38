namespace Collector.Generators.Parsing;

/// <summary>A name and a value within a JSON object.</summary>
internal sealed class Member(Node name, Node value)
{
    public Node Name => name;

    public Node Value => value;
}
