using System.Text.Encodings.Web;
using System.Text.Json;

namespace Collector.Verification;

/// <summary>Writes a snapshot as JSON: <c>host.os</c>, <c>groups.memory.total</c>, <c>groups.disk_usage./var.total</c>.</summary>
internal static class SnapshotWriter
{
    public const string CollectorKey = "collector";
    public const string HostKey = SnapshotPath.Host;
    public const string GroupsKey = "groups";

    /// <summary>Of the collector that writes it, for people: nothing is compared by it.</summary>
    private static string Version => typeof(SnapshotWriter).Assembly.GetName().Version?.ToString(3) ?? "";

    public static void Write(Stream output, SortedList<SnapshotPath, SnapshotValue> values)
    {
        // Names of file systems are read by people, and by nobody's browser.
        using Utf8JsonWriter json = new(
            output, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString(CollectorKey, Version);
        json.WriteStartObject(HostKey);
        foreach ((SnapshotPath path, SnapshotValue value) in values.Where(static pair => pair.Key.IsFact))
        {
            json.WritePropertyName(path.Metric!);
            Write(json, value);
        }

        json.WriteEndObject();
        json.WriteStartObject(GroupsKey);
        foreach (IGrouping<string, KeyValuePair<SnapshotPath, SnapshotValue>> group in values
            .Where(static pair => !pair.Key.IsFact).GroupBy(static pair => pair.Key.Group))
        {
            json.WriteStartObject(group.Key);
            WriteGroup(json, group);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    /// <summary>A value as JSON has it; an instance that is there as a text.</summary>
    public static void Write(Utf8JsonWriter json, SnapshotValue value)
    {
        switch (value.Kind)
        {
            case SnapshotValueKind.Number:
                json.WriteNumberValue(value.Number);
                break;
            case SnapshotValueKind.Truth:
                json.WriteBooleanValue(value.IsTrue);
                break;
            case SnapshotValueKind.Text:
                json.WriteStringValue(value.Text);
                break;
            default:
                json.WriteStringValue("present");
                break;
        }
    }

    private static void WriteGroup(Utf8JsonWriter json, IEnumerable<KeyValuePair<SnapshotPath, SnapshotValue>> values)
    {
        string? instance = null;
        foreach ((SnapshotPath path, SnapshotValue value) in values)
        {
            if (path.Instance is not null && path.Metric is null)
            {
                End(json, instance);
                instance = path.Instance;
                json.WriteStartObject(instance);
                continue;
            }

            json.WritePropertyName(path.Metric!);
            Write(json, value);
        }

        End(json, instance);
    }

    private static void End(Utf8JsonWriter json, string? instance)
    {
        if (instance is not null)
        {
            json.WriteEndObject();
        }
    }
}
