using System.CommandLine;
using System.Text;
using Collector.Configuration;
using Collector.Reports;
using Collector.Scheduling;
using Collector.Wire;

namespace Collector.Commands;

/// <summary><c>collector once</c>: reads everything once and prints it.</summary>
internal static class OnceCommand
{
    public static Command Create()
    {
        Command command = new("once", "Read everything once and print it.");
        FormatOption format = new FormatOption(
            "table for people; graphite, statsd or json for programs. statsd and the names of collectd take a second: " +
            "their counters are what was counted between two readings.",
            "table", "graphite", "statsd", "json").AddTo(command);
        CommonOptions common = new CommonOptions().AddTo(
            command, SettingKey.Group, SettingKey.Everything, SettingKey.Names, SettingKey.Tags, SettingKey.Prefix, SettingKey.Host, SettingKey.Root);
        command.SetAction(result => Run(common.Read(result), format.Read(result)));
        return command;
    }

    private static int Run(Settings settings, string format)
    {
        HostReading reading = HostReading.Open(settings, isLasting: false);
        reading.Read();
        DateTimeOffset time = reading.Time;
        using Stream output = Console.OpenStandardOutput();
        switch (format)
        {
            case "graphite":
                WriteLines(output, reading, settings.NamingFor(WireKind.Graphite), new GraphiteWriter(), time);
                break;
            case "statsd":
                WriteLines(output, reading, settings.NamingFor(WireKind.Statsd), new StatsdWriter(), time);
                break;
            case "json":
                JsonReport.Write(output, settings.HostName, time, reading.Readers);
                break;
            default:
                output.Write(Encoding.UTF8.GetBytes(TableReport.Render(settings.HostName, time, reading.Readers)));
                break;
        }

        output.Flush();
        return reading.ReportFaults();
    }

    private static void WriteLines(
        Stream output, HostReading reading, WireNaming naming, WireWriter writer, DateTimeOffset time)
    {
        GroupSerializer[] serializers = [.. reading.Serializers(naming)];
        StandardError.WriteLines(reading.NamelessIn([naming]));
        Write(serializers, writer, time);
        if (naming.NeedsTwoReadings)
        {
            // The first reading only told the counters where they start from.
            Thread.Sleep(TimeSpan.FromSeconds(1));
            reading.Read();
            Write(serializers, writer, time);
        }

        output.Write(writer.Bytes);
    }

    private static void Write(GroupSerializer[] serializers, WireWriter writer, DateTimeOffset time)
    {
        writer.Begin(time.ToUnixTimeSeconds(), MonotonicClock.Nanoseconds);
        foreach (GroupSerializer serializer in serializers)
        {
            serializer.Write(writer);
        }

        writer.End();
    }
}
