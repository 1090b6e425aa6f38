using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>A native source with the places that a report about it points at.</summary>
/// <param name="Source">The source, not looked up yet.</param>
/// <param name="Name">Where the struct is named.</param>
/// <param name="Fields">Where each binding stands, in the order of the source's.</param>
internal sealed record NativeUse(NativeSource Source, Place Name, EquatableArray<FieldUse> Fields);
