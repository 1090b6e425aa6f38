namespace Collector.Service.Linux;

/// <summary>The command by which systemd is talked to.</summary>
internal static class Systemctl
{
    /// <param name="output">What it printed.</param>
    /// <param name="words">The arguments.</param>
    /// <returns>Its exit code.</returns>
    public static int Run(out string output, params ReadOnlySpan<string> words) => SystemCommand.Run(out output, ["systemctl", .. words]);

    /// <summary>Has it do something.</summary>
    /// <param name="what">The same for people: <c>stop the service 'collector'</c>.</param>
    /// <param name="words">The arguments.</param>
    /// <exception cref="UserError">It did not.</exception>
    public static void Do(string what, params ReadOnlySpan<string> words)
    {
        if (Run(out string output, words) != 0)
        {
            throw new UserError(ExitCode.Unreachable, $"cannot {what}: {FirstLine(output)}");
        }
    }

    /// <summary>What systemd knows of a service.</summary>
    /// <exception cref="UserError">It does not answer.</exception>
    public static UnitProperties Show(string name)
    {
        int code = Run(
            out string output, "show", $"{name}.service", $"--property={string.Join(',', UnitProperties.Names)}");
        return code == 0
            ? UnitProperties.Parse(output)
            : throw new UserError(ExitCode.Unreachable, $"cannot ask systemd for the service '{name}': {FirstLine(output)}");
    }

    /// <summary>What the service wrote last; null if the journal does not tell.</summary>
    public static string? LastWords(string name)
    {
        int code = SystemCommand.Run(out string output, "journalctl", "--quiet", "--unit", $"{name}.service", "--identifier", "collector", "--lines", "1", "--output", "cat");
        return code == 0 && output.Length > 0 ? FirstLine(output) : null;
    }

    public static string FirstLine(string text) => text.Split('\n')[0].Trim();
}
