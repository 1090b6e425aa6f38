using System.Diagnostics;

namespace Collector.EndToEnd.Tests;

/// <summary>A provider of performance counters, built and registered under Wine for as long as it is needed.</summary>
internal sealed class CounterProvider : IAsyncDisposable
{
    private const string Service = @"HKLM\System\CurrentControlSet\Services\CollectorTest";

    private readonly WineHost _wine;
    private readonly TemporaryFolder _folder = new();

    private CounterProvider(WineHost wine) => _wine = wine;

    public static async Task<CounterProvider> Register(WineHost wine)
    {
        CounterProvider provider = new(wine);
        string source = Repository.PathOf("tests/Collector.EndToEnd.Tests/Providers/counters.c");
        string compiled = provider._folder.File("counters.obj"), library = provider._folder.File("counters.dll");
        await Build("clang", "--target=x86_64-pc-windows-msvc", "-O2", "-ffreestanding", "-fno-builtin", "-c", source, "-o", compiled);
        await Build("lld-link", "/nologo", "/dll", "/nodefaultlib", "/entry:DllMain_", "/out:" + library, compiled);
        foreach ((string name, string value) in new[]
        {
            ("Library", WineHost.Drive(library)), ("Open", "Open"), ("Collect", "Collect"), ("Close", "Close"),
        })
        {
            CommandResult result = await wine.RunProgram("reg", "add", $@"{Service}\Performance", "/v", name, "/t", "REG_SZ", "/d", value, "/f");
            await Assert.That(result.ExitCode).IsEqualTo(0).Because(result.Error);
        }

        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _wine.RunProgram("reg", "delete", Service, "/f");
        _folder.Dispose();
    }

    private static async Task Build(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments))!;
        await process.WaitForExitAsync();
        await Assert.That(process.ExitCode).IsEqualTo(0).Because($"{program} builds the provider");
    }
}
