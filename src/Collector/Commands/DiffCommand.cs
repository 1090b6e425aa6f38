using System.CommandLine;
using System.Text;
using Collector.Verification;

namespace Collector.Commands;

/// <summary><c>collector diff</c>: what is not the same in two snapshots.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        Argument<string> before = new("A") { Description = "What 'collector snapshot' has written; - for standard input." };
        Argument<string> after = new("B") { Description = "What it has written of another host, or later." };
        Option<string?> tolerance = new("--tolerance")
        {
            Description = "Numbers that differ by no more than this share of A's are equal: 5%. Default: 0%.",
            HelpName = "percent",
        };
        Option<string[]> ignore = new("--ignore")
        {
            Description = "Paths, instances or groups that are not compared, with * and ?: 'host.kernel', 'net_io[veth*]', "
                + "'*.speed'; may be given more than once.",
            HelpName = "pattern",
        };
        Command command = new("diff", "Compare two snapshots.") { before, after, tolerance, ignore };
        FormatOption format = new FormatOption("text for people; json for programs.", "text", "json").AddTo(command);
        command.SetAction(result => Run(
            result.GetValue(before)!, result.GetValue(after)!, Tolerance.Parse(result.GetValue(tolerance) ?? "0%"),
            result.GetValue(ignore) ?? [], format.Read(result)));
        return command;
    }

    private static int Run(string before, string after, decimal tolerance, string[] ignore, string format)
    {
        if (before == Snapshot.StandardInput && after == Snapshot.StandardInput)
        {
            throw new UserError(ExitCode.WrongCommandLine, "standard input can be read once only; name a file");
        }

        Snapshot first = Snapshot.Read(before);
        Snapshot second = Snapshot.Read(after);
        IReadOnlyList<Difference> differences = SnapshotComparison.Compare(first, second, tolerance, ignore);
        DifferenceReport report = new((Snapshot.NameOf(before), first), (Snapshot.NameOf(after), second), differences);
        using Stream output = Console.OpenStandardOutput();
        if (format == "json")
        {
            report.WriteJson(output);
        }
        else
        {
            output.Write(Encoding.UTF8.GetBytes(report.Text()));
        }

        output.Flush();
        return differences.Count == 0 ? ExitCode.Done : ExitCode.CheckFailed;
    }
}
