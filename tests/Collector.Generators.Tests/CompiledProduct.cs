using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Collector.Generators.Tests;

/// <summary>The product's sources with what is generated for some declarations, compiled and loaded to be run.</summary>
internal static class CompiledProduct
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        """;

    /// <summary>The parts that measure and name; commands and their libraries are not needed for it.</summary>
    private static readonly string[] s_folders = ["Counters", "Filters", "Interop", "Metrics", "Sources", "Wire"];

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp14);

    /// <summary>Compiles all of it, and a class that calls it.</summary>
    /// <param name="declarations">The declarations that there are.</param>
    /// <param name="caller">Code with a static class of the name Caller.</param>
    /// <exception cref="InvalidOperationException">It does not compile; the message has the first faults.</exception>
    public static Type Load(IEnumerable<DeclarationText> declarations, string caller)
    {
        CSharpCompilation product = CSharpCompilation.Create(
            "product",
            [Parse(Usings), Parse(caller), .. Files().Select(static path => Parse(File.ReadAllText(path)))],
            Basic.Reference.Assemblies.Net100.References.All,
            new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new MetricsGenerator().AsSourceGenerator()], [.. declarations], s_parse)
            .RunGeneratorsAndUpdateCompilation(product, out Compilation compilation, out _);

        using MemoryStream image = new();
        string[] faults = [.. compilation.Emit(image).Diagnostics
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Take(10)
            .Select(static diagnostic => diagnostic.ToString())];
        if (faults.Length > 0)
        {
            throw new InvalidOperationException(string.Join('\n', faults));
        }

        image.Position = 0;
        Assembly assembly = new AssemblyLoadContext("product", isCollectible: true).LoadFromStream(image);
        return assembly.GetTypes().Single(static type => type.Name == "Caller");
    }

    private static IEnumerable<string> Files() =>
        Directory.GetFiles(Repository.PathOf("src/Collector"), "*.cs").Where(static path => Path.GetFileName(path) != "Program.cs")
            .Concat(s_folders.SelectMany(static folder =>
                Directory.GetFiles(Repository.PathOf($"src/Collector/{folder}"), "*.cs", SearchOption.AllDirectories)));

    private static SyntaxTree Parse(string code)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(code, s_parse);
        return tree.WithRootAndOptions(new WithoutNativeCalls().Visit(tree.GetRoot()), s_parse);
    }

    /// <summary>Native calls get their bodies from the SDK's own generator, which does not run here: the runtime makes those of Linux.</summary>
    private sealed class WithoutNativeCalls : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
        {
            SyntaxToken partial = node.Modifiers.FirstOrDefault(static modifier => modifier.IsKind(SyntaxKind.PartialKeyword));
            return partial == default || node.Body is not null || node.ExpressionBody is not null
                ? node
                : (MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(
                    "[System.Runtime.InteropServices.DllImport(\"libc\", SetLastError = true)] "
                    + node.WithAttributeLists(default).WithModifiers(node.Modifiers.Replace(
                        partial, SyntaxFactory.Token(SyntaxKind.ExternKeyword).WithTrailingTrivia(SyntaxFactory.Space))).ToFullString())!;
        }
    }
}
