namespace Collector.Generators.Model;

/// <summary>A number, spelt as declared.</summary>
internal sealed record NumberExpression(string Text) : Expression
{
    public bool IsWhole => Text.IndexOf('.') < 0;

    public override IEnumerable<string> Names => [];
}
