using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>A path with the place that a report about it points at.</summary>
/// <param name="Path">The path.</param>
/// <param name="Place">Where it is declared; null for the path of a group that declares none.</param>
internal sealed record NameUse(GroupPath Path, Place? Place);
