using Collector.Logging;

namespace Collector.Tests.Logging;

public sealed class LogFileTests : IDisposable
{
    private const UnixFileMode Tight = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public async Task A_line_has_its_time_and_level_and_the_file_is_for_its_owner_to_write()
    {
        string path = _folder.File("log");
        using (LogFile file = LogFile.Open(path, 1 << 20))
        {
            file.Write(LogLevel.Error, "it fails");
            file.Write(LogLevel.Information, "it works");
        }

        string[] lines = await File.ReadAllLinesAsync(path);
        await Assert.That(lines[0]).Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ error it fails$");
        await Assert.That(lines[1]).EndsWith("Z info it works");
        await Assert.That(File.GetUnixFileMode(path) & ~Tight).IsEqualTo(UnixFileMode.None);
    }

    [Test]
    public async Task A_full_one_is_put_aside_and_three_of_those_are_kept()
    {
        string path = _folder.File("log");
        using (LogFile file = LogFile.Open(path, 100))
        {
            for (int number = 0; number < 12; number++)
            {
                file.Write(LogLevel.Warning, $"event {number:00}");
            }
        }

        // Two lines of 38 bytes fit.
        await Assert.That(string.Join(' ', Directory.GetFiles(_folder.Path).Order().Select(Events)))
            .IsEqualTo("log:10,11 log.1:08,09 log.2:06,07 log.3:04,05");
    }

    [Test]
    public async Task It_goes_on_where_an_earlier_one_ended_and_begins_anew_if_somebody_took_the_folder_away()
    {
        string path = _folder.File("sub/log");
        Directory.CreateDirectory(_folder.File("sub"));
        using (LogFile file = LogFile.Open(path, 1 << 20))
        {
            file.Write(LogLevel.Warning, "event 01");
        }

        using LogFile again = LogFile.Open(path, 1 << 20);
        again.Write(LogLevel.Warning, "event 02");
        await Assert.That(Events(path)).IsEqualTo("log:01,02");
    }

    [Test]
    public async Task A_link_is_refused()
    {
        string victim = _folder.Write("victim", "mine");
        File.CreateSymbolicLink(_folder.File("log"), victim);

        UserError? refused = Assert.Throws<UserError>(() => LogFile.Open(_folder.File("log"), 1 << 20).Dispose());

        await Assert.That(refused!.Message).IsEqualTo($"log-file: cannot write to '{_folder.File("log")}': It is a link, which may lead anywhere.");
        await Assert.That(await File.ReadAllTextAsync(victim)).IsEqualTo("mine");
    }

    private static string Events(string path) =>
        $"{Path.GetFileName(path)}:{string.Join(',', File.ReadAllLines(path).Select(static line => line[^2..]))}";
}
