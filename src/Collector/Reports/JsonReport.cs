using System.Text.Json;
using Collector.Metrics;
using Collector.Wire;

namespace Collector.Reports;

/// <summary>One reading of a host as JSON: <c>groups.cpu.0.user</c>, <c>groups.memory.total</c>.</summary>
internal static class JsonReport
{
    public static void Write(Stream output, string host, DateTimeOffset time, IReadOnlyList<GroupReader> readers)
    {
        using Utf8JsonWriter json = new(output, new() { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("host", host);
        json.WriteNumber("time", time.ToUnixTimeSeconds());
        json.WriteStartObject("groups");
        foreach (GroupReader reader in readers)
        {
            json.WriteStartObject(reader.Group.Name);
            for (int row = 0; row < reader.RowCount; row++)
            {
                if (reader.RowAt(row).Wanted != 0)
                {
                    WriteRow(json, reader, row);
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        WriteFaults(json, readers);
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    private static void WriteRow(Utf8JsonWriter json, GroupReader reader, int row)
    {
        bool isInstance = reader.Group.InstanceLabel is not null;
        if (isInstance)
        {
            json.WriteStartObject(reader.RowAt(row).Instance.Name);
        }

        foreach (MetricInfo metric in reader.Group.Metrics)
        {
            MetricValue value = reader.Value(row, metric.Index);
            if (value.IsPresent && double.IsFinite(value.Number))
            {
                WriteValue(json, metric, value);
            }
        }

        if (isInstance)
        {
            json.WriteEndObject();
        }
    }

    private static void WriteValue(Utf8JsonWriter json, MetricInfo metric, MetricValue value)
    {
        Span<byte> digits = stackalloc byte[WireNumber.MaxDecimal];
        int length = value.IsWhole
            ? WireNumber.Write(digits, value.Whole)
            : WireNumber.Write(digits, value.Number, metric.Decimals);
        json.WritePropertyName(metric.Name);
        json.WriteRawValue(digits[..length]);
    }

    private static void WriteFaults(Utf8JsonWriter json, IReadOnlyList<GroupReader> readers)
    {
        json.WriteStartObject("faults");
        foreach (GroupReader reader in readers.Where(static reader => reader.Fault.IsFailure))
        {
            json.WriteString(reader.Group.Name, reader.Fault.ToString());
        }

        json.WriteEndObject();
    }
}
