using System.Text.RegularExpressions;

namespace Collector.EndToEnd.Tests.Packaging;

/// <summary>What makes the Windows executable hard to abuse, as LLVM reads it.</summary>
public sealed partial class PortableExecutableTests
{
    [Test]
    [Arguments("IMAGE_DLL_CHARACTERISTICS_DYNAMIC_BASE")]
    [Arguments("IMAGE_DLL_CHARACTERISTICS_HIGH_ENTROPY_VA")]
    [Arguments("IMAGE_DLL_CHARACTERISTICS_NX_COMPAT")]
    public async Task The_system_may_protect_it(string characteristic)
    {
        await Assert.That(await Read("--file-headers")).Contains(characteristic);

        // Without relocations it could not be moved after all.
        await Assert.That(await Read("--sections")).Contains("Name: .reloc");
    }

    [Test]
    public async Task No_section_is_writable_and_executable()
    {
        string[] sections = (await Read("--sections")).Split("  Section {");
        await Assert.That(sections.Count(static section => section.Contains("IMAGE_SCN_MEM_EXECUTE", StringComparison.Ordinal))).IsEqualTo(1);
        foreach (string section in sections)
        {
            await Assert.That(
                section.Contains("IMAGE_SCN_MEM_EXECUTE", StringComparison.Ordinal) && section.Contains("IMAGE_SCN_MEM_WRITE", StringComparison.Ordinal))
                .IsFalse().Because(section);
        }
    }

    [Test]
    public async Task What_it_imports_is_part_of_Windows_and_looked_for_in_System32_only()
    {
        string[] windows =
        [
            "advapi32", "bcrypt", "crypt32", "iphlpapi", "kernel32", "ncrypt", "ntdll", "ole32", "oleaut32", "secur32", "user32", "ws2_32",
        ];
        string[] imports = [.. Import().Matches(await Read("--coff-imports")).Select(static match => match.Groups[1].Value.ToLowerInvariant())];

        await Assert.That(imports).Contains("kernel32");
        await Assert.That(imports.Where(static name => !name.StartsWith("api-ms-win-crt-", StringComparison.Ordinal)).Except(windows)).IsEmpty();

        // LOAD_LIBRARY_SEARCH_SYSTEM32
        await Assert.That(await Read("--coff-load-config")).Contains("DependentLoadFlags: 0x800\n");
    }

    private static Task<string> Read(string what) => Tool.Output("llvm-readobj", what, Dist.Executable("win-x64"));

    [GeneratedRegex(@"Name: (\S+)\.dll")]
    private static partial Regex Import();
}
