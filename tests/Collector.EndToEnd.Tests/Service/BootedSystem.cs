using System.Diagnostics;
using TUnit.Core.Interfaces;

namespace Collector.EndToEnd.Tests;

/// <summary>A Debian with a systemd of its own, in a container that is booted for the tests, with the published collector in it.</summary>
public sealed class BootedSystem : IAsyncInitializer, IAsyncDisposable
{
    public const string Collector = "/usr/local/bin/collector";

    private const double BootSeconds = 60;

    private ChildProcess? _container;
    private int _init;

    public async Task InitializeAsync()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return;
        }

        string original = Path.GetDirectoryName(Repository.Existing("The system to boot", Path.Combine(Repository.Artifacts, "debian-systemd", "ready")))!;

        // What it writes is in memory, and gone with it. It has no say about the clock, which the collector asks for its state only.
        _container = new(new ProcessStartInfo("systemd-nspawn", [
            "-D", Path.Combine(original, "root"), "--boot", "--volatile=overlay", $"--bind-ro={PublishedCollector.Path}:{Collector}",
            $"--machine=collector-{Environment.ProcessId}", "--private-network", "--register=no", "--keep-unit",
            "--system-call-filter=adjtimex clock_adjtime",
        ]));
        Stopwatch watch = Stopwatch.StartNew();
        while (!await IsRunning())
        {
            if (_container.HasExited || watch.Elapsed.TotalSeconds > BootSeconds)
            {
                throw new InvalidOperationException($"systemd-nspawn boots no container: {_container.Error}{_container.Output}");
            }

            await Task.Delay(100);
        }
    }

    /// <summary>To be called by each test, for only root can boot a container.</summary>
    internal static void SkipUnlessRoot() => Skip.When(!Environment.IsPrivilegedProcess, "Only root can boot a container.");

    /// <summary>Runs a program in it, to the end.</summary>
    internal Task<CommandResult> Run(string program, params string[] arguments) => PublishedCollector.Run(Start(program, arguments));

    /// <summary>The output of a program that has to succeed there, without the last line's end.</summary>
    internal async Task<string> Output(string program, params string[] arguments)
    {
        CommandResult result = await Run(program, arguments);
        await Assert.That(result.ExitCode).IsEqualTo(0).Because($"{program} {string.Join(' ', arguments)}: {result.Output}{result.Error}");
        return result.Output.TrimEnd('\n');
    }

    internal ChildProcess Start(string program, params string[] arguments) =>
        new(new ProcessStartInfo("nsenter", ["--target", $"{_init}", "--all", "--", program, .. arguments]));

    /// <summary>Where a file of it lies for us.</summary>
    internal string PathOf(string path) => $"/proc/{_init}/root{path}";

    public async ValueTask DisposeAsync()
    {
        if (_container is { HasExited: false })
        {
            // It shuts the container down in order.
            _container.Send(Signal.Terminate);
            try
            {
                await _container.Exit();
            }
            catch (TimeoutException)
            {
                // It ends with the process.
            }
        }

        if (_container is not null)
        {
            await _container.DisposeAsync();
        }
    }

    private async Task<bool> IsRunning()
    {
        string children = $"/proc/{_container!.Id}/task/{_container.Id}/children";
        if (!File.Exists(children) || !int.TryParse((await File.ReadAllTextAsync(children)).Split(' ')[0], out _init))
        {
            return false;
        }

        CommandResult state = await Run("systemctl", "is-system-running");
        return state.Output.Trim() is "running" or "degraded";
    }
}
