using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Collector.Generators.Tests;

/// <summary>A declaration that is no file.</summary>
internal sealed class DeclarationText(string path, string json) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(json, Encoding.UTF8);
}
