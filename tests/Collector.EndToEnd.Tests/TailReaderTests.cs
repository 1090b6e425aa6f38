using System.Globalization;
using System.Text;

namespace Collector.EndToEnd.Tests;

/// <summary>Who reads what <c>collector tail</c> prints: somebody slow, or somebody who leaves.</summary>
public sealed class TailReaderTests
{
    private const int Many = 100_000;

    private static readonly long s_now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    /// <summary>As in a shell: <c>head</c> has what it wants, and nothing more ever comes that could not be written.</summary>
    [Test]
    [Arguments("", true)]
    [Arguments("--count --every 100ms", false)]
    public async Task It_ends_when_its_reader_has_left(string options, bool isSentTo)
    {
        string script = $"'{PublishedCollector.Path}' tail --graphite 0 --for 15s {options} | head -1; exit ${{PIPESTATUS[0]}}";
        await using ChildProcess shell = new(PublishedCollector.StartInfo("/bin/bash", ["-c", script]));
        if (isSentTo)
        {
            using TailClient client = await TailClient.Connect(shell, "Graphite");
            client.Send($"a.b 1 {s_now}\n");
        }

        await Assert.That(await shell.Exit()).IsEqualTo(74);
        await Assert.That(shell.Output.Split('\n').Length).IsEqualTo(2);
        await Assert.That(shell.Error).Contains("nobody reads the lines; Graphite: ");
        await Assert.That(shell.Error).Contains("standard output: nobody reads it any more");
    }

    [Test]
    public async Task Without_lines_to_print_nobody_has_to_read()
    {
        await using ChildProcess tail = new(PublishedCollector.StartInfo(PublishedCollector.Path, ["tail", "--graphite", "0", "--quiet"]), readOutput: false);
        tail.CloseOutput();
        using TailClient client = await TailClient.Connect(tail, "Graphite");
        client.Send($"a.b 1 {s_now}\n");
        bool isAnswered = client.End();
        tail.Send(Signal.Interrupt);

        await Assert.That(await tail.Exit()).IsEqualTo(0);
        await Assert.That(isAnswered).IsTrue();
    }

    /// <summary>What it cannot print it does not read, so the sender waits and nothing is lost or piled up.</summary>
    [Test]
    public async Task A_slow_reader_gets_every_line_and_the_sender_waits_for_it()
    {
        StringBuilder lines = new();
        for (int line = 0; line < Many; line++)
        {
            lines.Append(CultureInfo.InvariantCulture, $"slow.line.{line} {line} {s_now}\n");
        }

        string text = lines.ToString();
        await using ChildProcess tail = new(PublishedCollector.StartInfo(PublishedCollector.Path, ["tail", "--graphite", "0"]), readOutput: false);
        using TailClient client = await TailClient.Connect(tail, "Graphite");
        Task<bool> ended = Task.Run(() =>
        {
            client.Send(text);
            return client.End();
        });

        await Task.WhenAny(ended, Task.Delay(1000));
        bool isEarly = ended.IsCompleted;
        tail.ReadOutput();
        bool isAnswered = await ended.WaitAsync(TimeSpan.FromSeconds(60));
        await Wait.Until("the last line", () => tail.Output.Length >= text.Length, seconds: 60);
        tail.Send(Signal.Interrupt);

        await Assert.That(await tail.Exit()).IsEqualTo(0).Because(tail.Error);
        await Assert.That(tail.Output == text).IsTrue();
        await Assert.That(isAnswered).IsTrue();
        await Assert.That(isEarly).IsFalse();
        await Assert.That(tail.Error).Contains($"Graphite: {Many} lines");
    }
}
