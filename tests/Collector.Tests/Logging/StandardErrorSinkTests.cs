using System.Diagnostics;
using System.Text;
using Collector.Delivery;
using Collector.Logging;

namespace Collector.Tests.Logging;

public sealed class StandardErrorSinkTests
{
    [Test]
    public async Task A_full_pipe_costs_lines_and_no_time_and_the_loss_is_told_later()
    {
        string folder = Directory.CreateTempSubdirectory("collector-").FullName;
        string path = Path.Combine(folder, "pipe");
        try
        {
            using (Process make = Process.Start("mkfifo", [path]))
            {
                await make.WaitForExitAsync();
            }

            using FileStream reader = new(path, FileMode.Open, FileAccess.ReadWrite);
            OutputStream stream = OutputStream.Create();
            SocketStatus opened = stream.OpenFile(path);
            using StandardErrorSink log = new(stream);
            Stopwatch watch = Stopwatch.StartNew();
            string line = new('x', 988);
            for (int count = 0; count < 100; count++)
            {
                log.Write(LogLevel.Warning, line);
            }

            double seconds = watch.Elapsed.TotalSeconds;
            byte[] buffer = new byte[1 << 20];
            int taken = reader.Read(buffer);
            log.Write(LogLevel.Error, "after");
            string after = Encoding.UTF8.GetString(buffer, 0, reader.Read(buffer));

            await Assert.That(opened).IsEqualTo(SocketStatus.Done);
            await Assert.That(seconds).IsLessThan(5);
            await Assert.That(taken % 1000).IsEqualTo(0);
            await Assert.That(taken).IsBetween(1_000, 99_000);
            await Assert.That(after).IsEqualTo($"({100 - (taken / 1000)} lines were lost here)\ncollector: after\n");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task Without_a_stream_lines_are_lost_and_nothing_else_happens()
    {
        using StandardErrorSink log = new(OutputStream.Create());

        await Assert.That(() => log.Write(LogLevel.Error, "to nobody")).ThrowsNothing();
    }

    [Test]
    public async Task For_the_journal_each_line_begins_with_its_priority()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("journal");
        OutputStream stream = OutputStream.Create();
        _ = stream.OpenFile(path);
        using (StandardErrorSink log = new(stream, isJournal: true))
        {
            log.Write(LogLevel.Error, "one");
            log.Write(LogLevel.Warning, "two");
            log.Write(LogLevel.Information, "three");
        }

        await Assert.That(await File.ReadAllTextAsync(path)).IsEqualTo("<3>one\n<4>two\n<6>three\n");
    }
}
