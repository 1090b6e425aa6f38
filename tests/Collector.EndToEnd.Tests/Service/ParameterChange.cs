using System.Diagnostics;

namespace Collector.EndToEnd.Tests;

/// <summary>A program that tells services under Wine that their parameters have changed, built on the spot.</summary>
internal sealed class ParameterChange : IDisposable
{
    private static readonly string[] s_imports =
    [
        "advapi32!OpenSCManagerW", "advapi32!OpenServiceW", "advapi32!ControlService",
        "kernel32!GetCommandLineW", "kernel32!GetLastError", "kernel32!ExitProcess",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly WineHost _wine;
    private readonly string _program;

    private ParameterChange(WineHost wine)
    {
        _wine = wine;
        _program = _folder.File("paramchange.exe");
    }

    public static async Task<ParameterChange> Build(WineHost wine)
    {
        ParameterChange built = new(wine);
        string source = Repository.PathOf("tests/Collector.EndToEnd.Tests/Service/paramchange.c");
        string compiled = built._folder.File("paramchange.obj"), libraries = built._folder.File("libraries");
        string names = built._folder.Write("names", string.Join('\n', s_imports) + "\n");
        await Run("clang", "--target=x86_64-pc-windows-msvc", "-O2", "-ffreestanding", "-fno-builtin", "-c", source, "-o", compiled);
        await Run("sh", Repository.PathOf("scripts/win-cross/implibs.sh"), "lld-link", libraries, names);
        await Run(
            "lld-link", "/nologo", "/subsystem:console", "/nodefaultlib", "/entry:start", "/out:" + built._program, compiled,
            Path.Combine(libraries, "advapi32.lib"), Path.Combine(libraries, "kernel32.lib"));
        return built;
    }

    public async Task Tell(string service)
    {
        CommandResult result = await _wine.RunProgram(_program, service);
        await Assert.That(result.ExitCode).IsEqualTo(0).Because("the service takes a change of its parameters");
    }

    public void Dispose() => _folder.Dispose();

    private static async Task Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments))!;
        await process.WaitForExitAsync();
        await Assert.That(process.ExitCode).IsEqualTo(0).Because($"{program} builds the program");
    }
}
