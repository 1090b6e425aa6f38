using System.CommandLine;
using System.CommandLine.Invocation;

namespace Collector.Commands;

/// <summary><c>collector --version</c>.</summary>
internal sealed class VersionText : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        Console.Out.WriteLine(BuildVersion.Text);
        return ExitCode.Done;
    }
}
