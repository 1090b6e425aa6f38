using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>A piece of C# that yields a number.</summary>
/// <param name="Binding">How tightly its outermost operator binds.</param>
internal sealed record Code(string Text, Binding Binding, NumberType Type)
{
    /// <summary>The text, in parentheses if a neighbour would tear it apart.</summary>
    public string Within(Binding neighbour) => Binding < neighbour ? $"({Text})" : Text;
}
