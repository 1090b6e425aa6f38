using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Collector.EndToEnd.Tests;

/// <summary>A validator of JSON Schema that others use too.</summary>
internal static class SchemaReader
{
    private const string Script = """
        const Ajv = require(process.argv[1]).default;
        const input = JSON.parse(require('fs').readFileSync(process.argv[2], 'utf8'));
        const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(input.schema);
        console.log(JSON.stringify(input.files.map(file => validate(file))));
        """;

    /// <summary>Whether a schema accepts files.</summary>
    public static async Task<bool[]> Accepts(string schema, IReadOnlyList<string> files)
    {
        string library = Repository.Existing("ajv", Path.Combine(Repository.Artifacts, "npm", "node_modules", "ajv", "dist", "2020.js"));
        using TemporaryFolder folder = new();
        string input = folder.Write("input.json", $"{{\"schema\": {schema}, \"files\": [{string.Join(',', files.Select(Plain))}]}}");
        await using ChildProcess node = new(new ProcessStartInfo("node", ["-e", Script, library, input]));
        int exitCode = await node.Exit();
        return exitCode == 0
            ? [.. JsonDocument.Parse(node.Output).RootElement.EnumerateArray().Select(static accepted => accepted.GetBoolean())]
            : throw new InvalidOperationException(node.Error);
    }

    /// <summary>The same without comments and commas that JSON does not know.</summary>
    private static string Plain(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        using MemoryStream plain = new();
        using (Utf8JsonWriter json = new(plain))
        {
            document.WriteTo(json);
        }

        return Encoding.UTF8.GetString(plain.ToArray());
    }
}
