using System.Text.Json;

namespace Collector.EndToEnd.Tests.Packaging;

/// <summary>The lists of what is in the executables.</summary>
public sealed class BillOfMaterialsTests
{
    /// <summary>The compilers and the analyzers of the build: nothing of them is in what they make.</summary>
    private static readonly string[] s_tools = ["Microsoft.DotNet.ILCompiler", "Microsoft.NET.ILLink.Tasks"];

    [Test]
    [Arguments("linux-x64")]
    [Arguments("linux-arm64")]
    [Arguments("win-x64")]
    public async Task It_is_valid_CycloneDX(string rid)
    {
        string library = Repository.Existing("The CycloneDX library", Path.Combine(
            Repository.Artifacts, "npm", "node_modules", "@cyclonedx", "cyclonedx-library", "package.json"));
        string program = $$"""
            const { Validation, Spec } = require('{{Path.GetDirectoryName(library)}}');
            const text = require('fs').readFileSync('{{FileOf(rid)}}', 'utf8');
            new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text).then(
                error => { console.log(error === null ? 'valid' : JSON.stringify(error)); },
                error => { console.log(String(error)); });
            """;
        await Assert.That(await Tool.Output("node", "-e", program)).IsEqualTo("valid\n");
    }

    [Test]
    [Arguments("linux-x64")]
    [Arguments("linux-arm64")]
    [Arguments("win-x64")]
    public async Task It_names_the_locked_packages_and_the_runtime_and_no_tool(string rid)
    {
        JsonElement[] components = [.. Read(FileOf(rid)).GetProperty("components").EnumerateArray()];
        string[] named = [.. components.Select(static item => $"{item.GetProperty("name").GetString()} {item.GetProperty("version").GetString()}")];
        JsonElement locked = Read(Repository.PathOf("src/Collector/packages.lock.json")).GetProperty("dependencies").GetProperty("net10.0");
        string[] expected =
        [
            .. locked.EnumerateObject().Where(static package => !s_tools.Contains(package.Name))
                .Select(static package => $"{package.Name} {package.Value.GetProperty("resolved").GetString()}"),
        ];

        string[] others = [.. named.Except(expected)];
        await Assert.That(expected.Except(named)).IsEmpty();
        await Assert.That(others.Length).IsEqualTo(1);
        await Assert.That(others[0]).StartsWith($"Microsoft.NETCore.App.Runtime.NativeAOT.{rid} 10.");
        foreach (JsonElement component in components)
        {
            await Assert.That(component.GetProperty("licenses")[0].GetProperty("license").GetProperty("id").GetString()).IsEqualTo("MIT");
        }
    }

    private static string FileOf(string rid) => Dist.PathOf($"collector-{Dist.Version}-{rid}.cdx.json");

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllText(file)).RootElement;
}
