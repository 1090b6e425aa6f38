using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Collector.Generators.Diagnostics;
using Collector.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Collector.Generators.Parsing;

/// <summary>The text of a declaration, the way back from its bytes to a place in it, and what was found wrong.</summary>
internal sealed class DeclarationFile(string path, SourceText text)
{
    private readonly ImmutableArray<DiagnosticInfo>.Builder _diagnostics = ImmutableArray.CreateBuilder<DiagnosticInfo>();

    public string Path => path;

    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(text.ToString());

    public EquatableArray<DiagnosticInfo> Diagnostics => new(_diagnostics.ToImmutable());

    public void Report(DiagnosticDescriptor descriptor, Node node, params string[] arguments) =>
        Report(descriptor, PlaceOf(node), arguments);

    public void Report(DiagnosticDescriptor descriptor, Place place, params string[] arguments) =>
        _diagnostics.Add(new(descriptor, place, new([.. arguments.Select(Texts.ToOneLine)])));

    public void ReportMalformed(JsonException error)
    {
        // The exception counts bytes within a line, everything else bytes within the file.
        TextLine line = text.Lines[(int)Math.Min(error.LineNumber ?? 0, text.Lines.Count - 1)];
        int lineStart = Encoding.UTF8.GetByteCount(text.ToString(TextSpan.FromBounds(0, line.Start)));
        string message = error.Message.Split([" LineNumber:"], StringSplitOptions.None)[0].TrimEnd('.');
        int at = lineStart + (int)(error.BytePositionInLine ?? 0);
        Report(Descriptors.MalformedJson, PlaceOf(at, at), message);
    }

    public Place PlaceOf(Node node) => PlaceOf(node.Start, node.End);

    /// <summary>The brace or bracket that opens an object or a list: where something is missing inside.</summary>
    public Place OpeningOf(Node node) => PlaceOf(node.Start, node.Start + 1);

    /// <summary>A part of a string, or all of it if escapes keep its characters from being counted.</summary>
    public Place PlaceWithin(Node node, int start, int length)
    {
        if (!node.IsVerbatim)
        {
            return PlaceOf(node);
        }

        int first = node.Start + 1 + Encoding.UTF8.GetByteCount(node.Text.Substring(0, start));
        return PlaceOf(first, first + Encoding.UTF8.GetByteCount(node.Text.Substring(start, length)));
    }

    private Place PlaceOf(int firstByte, int endByte)
    {
        TextSpan span = TextSpan.FromBounds(CharactersBefore(firstByte), CharactersBefore(endByte));
        return new(path, span, text.Lines.GetLinePositionSpan(span));
    }

    private int CharactersBefore(int bytes) => Encoding.UTF8.GetCharCount(Utf8, 0, Math.Min(bytes, Utf8.Length));
}
