using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Collector.Verification;

/// <summary>For programs: everything that is known of each check.</summary>
internal static class JsonChecks
{
    /// <summary>It is no HTML: "&gt;" stays as it is.</summary>
    private static readonly JsonWriterOptions s_options =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Render(Report report)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, s_options))
        {
            writer.WriteStartObject();
            writer.WriteString("host", report.Host);
            writer.WriteString("time", report.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null));
            writer.WriteNumber("seconds", Math.Round(report.Took.TotalSeconds, 3));
            writer.WriteBoolean("fit", report.IsFit);
            foreach (CheckStatus status in Enum.GetValues<CheckStatus>())
            {
                writer.WriteNumber(NameOf(status), report.Count(status));
            }

            writer.WriteStartArray("checks");
            foreach (CheckResult check in report.Checks)
            {
                Write(writer, check);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, CheckResult check)
    {
        writer.WriteStartObject();
        writer.WriteString("name", check.Name);
        writer.WriteString("expect", check.Expect);
        writer.WriteString("status", NameOf(check.Status));
        writer.WriteString("severity", check.Severity == Severity.Warn ? "warn" : "fail");
        WriteIfKnown(writer, "why", check.Why);
        WriteIfKnown(writer, "origin", check.Origin);
        WriteIfKnown(writer, "message", check.Message);
        WriteIfKnown(writer, "mend", check.Mend);
        writer.WriteStartArray("details");
        foreach (CheckDetail detail in check.Details)
        {
            Write(writer, detail);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, CheckDetail detail)
    {
        writer.WriteStartObject();
        writer.WriteString("expected", detail.Expected);
        WriteIfKnown(writer, "source", detail.Origin);
        writer.WriteNumber("instances", detail.Instances);
        writer.WriteNumber("failing", detail.Failing);
        writer.WriteStartArray("findings");
        foreach (Finding finding in detail.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("path", finding.Path);
            writer.WriteString("verdict", finding.Verdict switch
            {
                Verdict.Met => "met",
                Verdict.NotMet => "not met",
                Verdict.Missing => "missing",
                _ => "unknown",
            });
            writer.WriteString("found", finding.Found);
            if (finding.Number is double number)
            {
                writer.WriteNumber("value", number);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string NameOf(CheckStatus status) => status switch
    {
        CheckStatus.Passed => "passed",
        CheckStatus.Failed => "failed",
        CheckStatus.Warned => "warned",
        _ => "skipped",
    };

    private static void WriteIfKnown(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
