using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Collector.Service;

/// <summary>What became of a service, for people and for programs.</summary>
internal static class ServiceReport
{
    /// <summary>A line for what was done, and one for each thing to know besides.</summary>
    public static string Text(ServiceOutcome outcome) => Lines([outcome.Text, .. outcome.Notes]);

    /// <summary>A line with what matters most, and below it what else there is to know.</summary>
    public static string Text(ServiceStatus status)
    {
        if (status.State == ServiceState.NotInstalled)
        {
            return Lines([$"there is no service '{status.Name}'"]);
        }

        string process = status.ProcessId is int id ? $", process {id}" : "";
        string code = status.ExitCode is int exit ? $", exit code {exit}" : "";
        List<string> lines = [$"the service '{status.Name}' is {Word(status.State)}{process}{code}"];
        Add(lines, "start", status.StartMode);
        Add(lines, "account", status.Account);
        Add(lines, "command", status.CommandLine);
        lines.AddRange(status.Notes);
        return Lines(lines);
    }

    /// <summary>One object in one line.</summary>
    public static string Json(string action, string name, ServiceOutcome outcome) => Json(json =>
    {
        json.WriteString("action", action);
        json.WriteString("service", name);
        json.WriteBoolean("changed", outcome.HasChanged);
        json.WriteString("state", Word(outcome.State));
        json.WriteString("text", outcome.Text);
        WriteNotes(json, outcome.Notes);
    });

    /// <summary>One object in one line. What is not known is left out.</summary>
    public static string Json(ServiceStatus status) => Json(json =>
    {
        json.WriteString("action", "status");
        json.WriteString("service", status.Name);
        json.WriteBoolean("changed", false);
        json.WriteString("state", Word(status.State));
        Write(json, "process", status.ProcessId);
        Write(json, "exitCode", status.ExitCode);
        Write(json, "start", status.StartMode);
        Write(json, "account", status.Account);
        Write(json, "command", status.CommandLine);
        WriteNotes(json, status.Notes);
    });

    public static string Word(ServiceState state) => state switch
    {
        ServiceState.NotInstalled => "not installed",
        ServiceState.Stopped => "stopped",
        ServiceState.Starting => "starting",
        ServiceState.Running => "running",
        ServiceState.Reloading => "reloading",
        ServiceState.Stopping => "stopping",
        ServiceState.Failed => "failed",
        _ => "unknown",
    };

    private static void Add(List<string> lines, string name, string? value)
    {
        if (value is not null)
        {
            lines.Add($"  {name}: {value}");
        }
    }

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(static line => StandardError.Printable(line) + Environment.NewLine));

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using Utf8JsonWriter json = new(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + Environment.NewLine;
    }

    private static void Write(Utf8JsonWriter json, string name, int? value)
    {
        if (value is int number)
        {
            json.WriteNumber(name, number);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteNotes(Utf8JsonWriter json, IReadOnlyList<string> notes)
    {
        json.WriteStartArray("notes");
        foreach (string note in notes)
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
    }
}
