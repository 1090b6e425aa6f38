using System.Text;
using Collector.Reports;

namespace Collector.Configuration;

/// <summary>Writes a file with every setting, what it means, and its default.</summary>
internal static class ConfigurationTemplate
{
    private const string Indent = "  ";

    private const string Comment = "// ";

    private const string Opening = """
        // The settings of the collector: JSON, with comments. What stands behind // holds only when these are taken away.
        // Variables of the environment (COLLECTOR_INTERVAL, ...) override this file, options (--interval) override both.
        // collector config check says whether a file is valid, collector config show what is in force and why.
        {

        """;

    /// <param name="made">The settings that are to be in force, beside those that every file has.</param>
    public static string Write(IReadOnlyDictionary<string, SettingValue> made)
    {
        StringBuilder text = new(Opening.ReplaceLineEndings("\n"));
        foreach (SettingDefinition setting in SettingCatalog.All)
        {
            text.Append(setting == SettingCatalog.All[0] ? "" : "\n");
            foreach (string line in TextWrap.Lines($"{setting.Description} Default: {setting.Default}.", 100))
            {
                text.Append(Indent).Append(Comment).Append(line).Append('\n');
            }

            string? value = made.TryGetValue(setting.Key, out SettingValue? given) ? SettingJson.Write(setting, given) : null;
            bool isInForce = value is not null || setting.IsWorthWriting;
            text.Append(Indent).Append(isInForce ? "" : Comment)
                .Append($"\"{setting.Key}\": {value ?? setting.WrittenDefault ?? setting.Example},\n");
        }

        return text.Append("}\n").ToString();
    }
}
