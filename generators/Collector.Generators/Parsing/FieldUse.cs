using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Where an expression stands, and each name in it.</summary>
internal sealed record FieldUse(Place Expression, EquatableArray<Place> Names);
