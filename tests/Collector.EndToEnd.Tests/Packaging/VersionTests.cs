using System.Text.RegularExpressions;

namespace Collector.EndToEnd.Tests.Packaging;

/// <summary>What the published executable says of itself.</summary>
public sealed partial class VersionTests
{
    [Test]
    public async Task The_version_names_the_commit_it_was_built_from()
    {
        CommandResult result = await PublishedCollector.Run("--version");
        await Assert.That(result.ExitCode).IsEqualTo(0);

        Match version = Pattern().Match(result.Output);
        await Assert.That(version.Success).IsTrue().Because(result.Output);
        await Assert.That(version.Groups["number"].Value).IsEqualTo(Dist.Version);
        if (Path.Exists(Repository.PathOf(".git")))
        {
            string kind = await Tool.Output("git", "-c", "safe.directory=*", "-C", Repository.Root, "cat-file", "-t", version.Groups["commit"].Value);
            await Assert.That(kind.Trim()).IsEqualTo("commit");
        }
        else
        {
            await Assert.That(version.Groups["commit"].Success).IsFalse();
        }
    }

    [GeneratedRegex(@"^(?<number>\d+\.\d+\.\d+) \((commit (?<commit>[0-9a-f]{12,40})(, with changes)?|built outside git)\)\n$")]
    private static partial Regex Pattern();
}
