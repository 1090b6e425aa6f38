using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>All that a declaration gives on its own.</summary>
/// <param name="Path">The file.</param>
/// <param name="Model">What can be generated; null if there is not even a name.</param>
/// <param name="Group">Where the group's name stands.</param>
/// <param name="Names">Each path, with its place.</param>
/// <param name="Natives">What has to be looked up in hand-written code.</param>
internal sealed record ParsedFile(
    string Path,
    Declaration? Model,
    Place? Group,
    EquatableArray<NameUse> Names,
    EquatableArray<NativeUse> Natives,
    EquatableArray<DiagnosticInfo> Diagnostics);
