using System.Diagnostics;
using System.Globalization;
using Collector.EndToEnd.Tests.Packaging;

namespace Collector.EndToEnd.Tests.Service;

/// <summary>A Debian system that a real systemd has booted, in a container of its own without a network to elsewhere.</summary>
internal sealed class BootedSystem : IAsyncDisposable
{
    private const double BootSeconds = 90;

    private readonly TemporaryFolder _folder = new();
    private readonly ChildProcess _container;
    private string _leader = "";

    private BootedSystem()
    {
        string root = Path.GetDirectoryName(Repository.Existing("The system with systemd", Path.Combine(Repository.Artifacts, "debian-systemd", "ready")))!;
        using (Process copy = Process.Start("cp", ["-a", "--reflink=auto", Path.Combine(root, "root"), Root]))
        {
            copy.WaitForExit();
        }

        File.Copy(PublishedCollector.Path, PathOf("/usr/local/bin/collector"), overwrite: true);
        _container = new(new ProcessStartInfo("systemd-nspawn", [
            "--quiet", "--directory", Root, "--boot", "--private-network", "--register=no", "--keep-unit",

            // Containers may not even ask for the clock's state by default; hosts may.
            "--system-call-filter=adjtimex clock_adjtime",
        ]));
    }

    public string Root => _folder.File("root");

    public static async Task<BootedSystem> Start()
    {
        BootedSystem system = new();
        Stopwatch watch = Stopwatch.StartNew();
        while (!await system.IsUp())
        {
            if (watch.Elapsed.TotalSeconds > BootSeconds || system._container.HasExited)
            {
                string said = system._container.Output + system._container.Error;
                await system.DisposeAsync();
                throw new InvalidOperationException($"The container does not boot: {said}");
            }

            await Task.Delay(500);
        }

        return system;
    }

    public string PathOf(string path) => Root + path;

    /// <summary>Runs a program in there.</summary>
    public Task<CommandResult> Run(params string[] words) => Tool.Run("nsenter", ["--target", _leader, "--all", "--", .. words]);

    public Task<CommandResult> Service(params string[] words) => Run(["/usr/local/bin/collector", "service", .. words]);

    /// <summary>The output of a program that has to succeed in there.</summary>
    public Task<string> Output(params string[] words) => Tool.Output("nsenter", ["--target", _leader, "--all", "--", .. words]);

    /// <summary>A property of the service, as systemd tells it.</summary>
    public async Task<string> Property(string name) => (await Output("systemctl", "show", "--property", name, "--value", "collector")).Trim();

    /// <summary>What the service logged, priorities included.</summary>
    public Task<string> Journal(params string[] more) => Output(["journalctl", "--unit", "collector", "--output", "cat", .. more]);

    public async ValueTask DisposeAsync()
    {
        if (_leader.Length > 0)
        {
            await Run("systemctl", "poweroff", "--force", "--force");
        }

        await _container.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<bool> IsUp()
    {
        string children = $"/proc/{_container.Id}/task/{_container.Id}/children";
        _leader = File.Exists(children) ? File.ReadAllText(children).Split(' ')[0] : "";
        if (!int.TryParse(_leader, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return false;
        }

        string state = (await Run("systemctl", "is-system-running")).Output.Trim();
        return state is "running" or "degraded";
    }
}
