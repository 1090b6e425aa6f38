using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Collector.Reports;

namespace Collector.Verification;

/// <summary>Shows the differences between two snapshots.</summary>
/// <param name="before">The name of the file and what it holds.</param>
/// <param name="after">The same of the other one.</param>
/// <param name="differences">What is not the same.</param>
internal sealed class DifferenceReport(
    (string Name, Snapshot Snapshot) before, (string Name, Snapshot Snapshot) after, IReadOnlyList<Difference> differences)
{
    /// <summary>A line a difference, the two values beside each other.</summary>
    public string Text()
    {
        StringBuilder text = new();
        if (differences.Count > 0)
        {
            TextTable table = new(leftAligned: 3);
            foreach (Difference difference in differences)
            {
                (string expected, string found) = difference.Texts();
                table.Add(HumanFormat.Name(difference.Path.ToString()), expected, "->  " + found, difference.ChangeText);
            }

            table.AppendTo(text);
            text.Append('\n');
        }

        string count = differences.Count switch { 0 => "no difference", 1 => "1 difference", int many => $"{many} differences" };
        return text.Append($"{count} between {Describe(before)} and {Describe(after)}\n").ToString();
    }

    public void WriteJson(Stream output)
    {
        using Utf8JsonWriter json = new(
            output, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        WriteSide(json, "before", before);
        WriteSide(json, "after", after);
        json.WriteStartArray("differences");
        foreach (Difference difference in differences)
        {
            json.WriteStartObject();
            json.WriteString("path", difference.Path.ToString());
            WriteValue(json, "before", difference.Expected);
            WriteValue(json, "after", difference.Found);
            if (difference.Change is double change)
            {
                json.WriteNumber("change", Math.Round(change, 6));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    private static string Describe((string Name, Snapshot Snapshot) side) =>
        HumanFormat.Name(side.Snapshot.HostName is string host ? $"{side.Name} ({host})" : side.Name);

    private static void WriteSide(Utf8JsonWriter json, string key, (string Name, Snapshot Snapshot) side)
    {
        json.WriteStartObject(key);
        json.WriteString("file", side.Name);
        json.WriteString("host", side.Snapshot.HostName);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, string key, SnapshotValue? value)
    {
        json.WritePropertyName(key);
        if (value is SnapshotValue known)
        {
            SnapshotWriter.Write(json, known);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
