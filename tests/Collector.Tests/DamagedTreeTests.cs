using Collector.Metrics;
using Collector.Sources;
using Collector.Verification;
using Collector.Wire;
using CsCheck;

namespace Collector.Tests;

/// <summary>Whatever is below <c>--root</c>, it is read as far as it goes, or refused.</summary>
public sealed class DamagedTreeTests
{
    private static readonly string[] s_hosts = ["laptop", "container", "extremes", "server256", "buildserver", "desktop"];

    [Test]
    public void Nothing_below_a_root_stops_the_collector() => Gen.Select(Gen.Int[0, s_hosts.Length - 1], Gen.Int).Sample(
        static (host, seed) =>
        {
            using TemporaryFolder folder = new();
            DamagedTree.Make(RecordedHost.PathOf(s_hosts[host]), folder.File("root"), seed);

            // A thread of its own: those of the pool are the sampler's, and all of them may be waiting here.
            Exception? trouble = null;
            Thread reading = new(() => trouble = Try(() => Read(folder.File("root")))) { IsBackground = true };
            reading.Start();
            return !reading.Join(TimeSpan.FromSeconds(30)) ? throw new TimeoutException($"{s_hosts[host]}, {seed}: something waits")
                : trouble is null ? true
                : throw new InvalidOperationException($"{s_hosts[host]}, {seed}: {trouble}", trouble);
        },
        iter: 80);

    private static Exception? Try(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    /// <summary>Everything that commands read of a root.</summary>
    private static void Read(string root)
    {
        try
        {
            _ = HostName.Current(root);
            RecordedHost host = new(root);
            foreach (NameSet names in Enum.GetValues<NameSet>())
            {
                RequireLines(host.Lines(new(WireKind.Graphite, names, "p.", "h")));
            }

            _ = host.Faults();
            SourceContext context = new(root);
            _ = HostFactsReader.Read(context, context.Recording?.Platform ?? Platform.Linux, "h");
        }
        catch (UserError error)
        {
            // A damaged recording is refused whole.
            if (error.ExitCode != ExitCode.InputOutput || !error.Message.StartsWith("the recording cannot be read: ", StringComparison.Ordinal))
            {
                throw new InvalidOperationException(error.Message);
            }
        }
    }

    private static void RequireLines(string lines)
    {
        foreach (string line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(' ').Length != 3 || line.Any(char.IsControl))
            {
                throw new InvalidOperationException($"this is no line: {line}");
            }
        }
    }
}
