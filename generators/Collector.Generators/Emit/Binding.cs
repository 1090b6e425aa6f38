namespace Collector.Generators.Emit;

/// <summary>From loose to tight.</summary>
internal enum Binding
{
    Sum,
    Product,
    Unary,
    Primary,
}
