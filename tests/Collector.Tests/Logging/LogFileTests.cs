using System.Globalization;
using System.Text.RegularExpressions;
using Collector.Logging;

namespace Collector.Tests.Logging;

public sealed partial class LogFileTests
{
    [Test]
    public async Task A_line_has_its_time_in_UTC_and_its_level()
    {
        using TemporaryFolder folder = new();
        using (LogFile log = LogFile.Open(folder.File("c.log"), 1 << 20))
        {
            log.Write(LogLevel.Error, "one");
            log.Write(LogLevel.Warning, "two");
            log.Write(LogLevel.Information, "three");
        }

        string[] lines = await File.ReadAllLinesAsync(folder.File("c.log"));
        await Assert.That(lines.All(static line => Line().IsMatch(line))).IsTrue().Because(string.Join('\n', lines));
        await Assert.That(lines.Select(static line => line[21..])).IsEquivalentTo(["error one", "warning two", "info three"]);
        await Assert.That(DateTime.UtcNow - DateTime.Parse(lines[0][..20], CultureInfo.InvariantCulture).ToUniversalTime()).IsBetween(TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Test]
    public async Task What_is_there_stays()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("c.log", "before\n");
        using (LogFile log = LogFile.Open(path, 1 << 20))
        {
            log.Write(LogLevel.Error, "after");
        }

        string[] lines = await File.ReadAllLinesAsync(path);
        await Assert.That(lines.Length).IsEqualTo(2);
        await Assert.That(lines[0]).IsEqualTo("before");
    }

    [Test]
    public async Task A_full_file_moves_on_and_three_are_kept()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("c.log");
        using (LogFile log = LogFile.Open(path, 1000))
        {
            for (int line = 0; line < 100; line++)
            {
                log.Write(LogLevel.Information, $"line {line:000} {new string('x', 60)}");
            }
        }

        string[] files = [.. Directory.GetFiles(folder.Path).Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        await Assert.That(files).IsEquivalentTo(["c.log", "c.log.1", "c.log.2", "c.log.3"]);
        await Assert.That(files.Max(file => new FileInfo(folder.File(file)).Length)).IsLessThanOrEqualTo(1000);

        // The newest lines, without a hole between the files.
        int[] numbers = [.. ((string[])["c.log.3", "c.log.2", "c.log.1", "c.log"]).SelectMany(file => File.ReadAllLines(folder.File(file)))
            .Select(static line => int.Parse(line.Split(' ')[3], CultureInfo.InvariantCulture))];
        await Assert.That(numbers.SequenceEqual(Enumerable.Range(100 - numbers.Length, numbers.Length))).IsTrue();
        await Assert.That(numbers.Length).IsBetween(30, 48);
    }

    [Test]
    public async Task Others_have_no_access()
    {
        using TemporaryFolder folder = new();
        using LogFile log = LogFile.Open(folder.File("c.log"), 1000);

        UnixFileMode mode = File.GetUnixFileMode(folder.File("c.log"));
        await Assert.That(mode & ~UnixFileMode.GroupRead).IsEqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Test]
    public async Task A_symbolic_link_is_not_followed()
    {
        using TemporaryFolder folder = new();
        string victim = folder.Write("victim", "mine\n");
        File.CreateSymbolicLink(folder.File("c.log"), victim);

        UserError? error = await Assert.That(() => LogFile.Open(folder.File("c.log"), 1000)).Throws<UserError>();
        await Assert.That(error!.ExitCode).IsEqualTo(ExitCode.InvalidConfiguration);
        await Assert.That(error.Message).StartsWith($"log-file: cannot write to '{folder.File("c.log")}': ");
        await Assert.That(await File.ReadAllTextAsync(victim)).IsEqualTo("mine\n");
    }

    [Test]
    public async Task A_folder_that_is_not_there_is_an_error_at_the_start() =>
        await Assert.That(static () => LogFile.Open("/no/such/folder/c.log", 1000)).Throws<UserError>();

    [Test]
    public async Task When_the_folder_is_gone_lines_are_lost_until_it_is_back()
    {
        using TemporaryFolder folder = new();
        string inner = Directory.CreateDirectory(folder.File("logs")).FullName;
        string path = Path.Combine(inner, "c.log");
        using LogFile log = LogFile.Open(path, 100);
        log.Write(LogLevel.Error, new('a', 90));
        Directory.Delete(inner, recursive: true);
        log.Write(LogLevel.Error, new('b', 90));
        Directory.CreateDirectory(inner);
        log.Write(LogLevel.Error, "back");

        await Assert.That(await File.ReadAllTextAsync(path)).EndsWith("error back\n");
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ (error|warning|info) \S+$")]
    private static partial Regex Line();
}
