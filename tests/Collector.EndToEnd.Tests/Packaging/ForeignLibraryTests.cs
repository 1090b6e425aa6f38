namespace Collector.EndToEnd.Tests.Packaging;

/// <summary>Libraries that somebody has put beside the Windows executable, under the names of the system's own.</summary>
[ClassDataSource<WineHost>(Shared = SharedType.PerTestSession)]
public sealed class ForeignLibraryTests(WineHost wine)
{
    /// <summary>Those that the collector loads when it first calls them.</summary>
    private static readonly string[] s_libraries = ["pdh", "powrprof", "wtsapi32", "psapi", "version", "userenv"];

    private const int Taken = 77;

    [Test]
    [NotInParallel("wine")]
    public async Task They_are_not_loaded()
    {
        using TemporaryFolder folder = new();
        string library = folder.Write("foreign.c", $"""
            __declspec(dllimport) void ExitProcess(unsigned);
            int DllMain_(void *module, unsigned reason, void *reserved) {"{"} ExitProcess({Taken}); return 1; {"}"}
            """);
        string control = folder.Write("control.c", """
            __declspec(dllimport) void *LoadLibraryA(const char *);
            __declspec(dllimport) void ExitProcess(unsigned);
            void start(void) { LoadLibraryA("pdh.dll"); ExitProcess(0); }
            """);
        string kernel = folder.Write("kernel32.def", "LIBRARY kernel32.dll\nEXPORTS\nExitProcess\nLoadLibraryA\n");
        await Tool.Output("lld-link", "/nologo", "/machine:x64", $"/def:{kernel}", $"/out:{folder.File("kernel32.lib")}");
        await Link(folder, library, "pdh.dll", "/dll", "/entry:DllMain_");
        await Link(folder, control, "control.exe", "/entry:start", "/subsystem:console");
        foreach (string name in s_libraries.Skip(1))
        {
            File.Copy(folder.File("pdh.dll"), folder.File($"{name}.dll"));
        }

        File.Copy(Dist.Executable("win-x64"), folder.File("collector.exe"));

        // A program that does not care loads what lies beside it.
        await Assert.That(await ExitCodeOf(folder.File("control.exe"))).IsEqualTo(Taken);
        await Assert.That(await ExitCodeOf(folder.File("collector.exe"), "once", "-f", "graphite")).IsNotEqualTo(Taken);
        await Assert.That(await ExitCodeOf(folder.File("collector.exe"), "list")).IsEqualTo(0);
    }

    private static async Task Link(TemporaryFolder folder, string source, string target, params string[] options)
    {
        string compiled = Path.ChangeExtension(source, ".obj");
        await Tool.Output("clang", "--target=x86_64-pc-windows-msvc", "-O1", "-ffreestanding", "-c", source, "-o", compiled);
        await Tool.Output("lld-link", ["/nologo", "/nodefaultlib", .. options, $"/out:{folder.File(target)}", compiled, folder.File("kernel32.lib")]);
    }

    private async Task<int> ExitCodeOf(string program, params string[] arguments)
    {
        await using ChildProcess process = wine.StartProgram(program, arguments);
        return await process.Exit(60);
    }
}
