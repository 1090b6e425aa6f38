using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Collector.Generators.Diagnostics;

/// <summary>A place in a file, as a value: a <see cref="Location"/> does not compare by content.</summary>
internal sealed record Place(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public Location ToLocation() => Location.Create(Path, Span, Lines);
}
