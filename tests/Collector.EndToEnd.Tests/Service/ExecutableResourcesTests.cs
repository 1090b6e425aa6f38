using System.Runtime.InteropServices;
using System.Text;

namespace Collector.EndToEnd.Tests;

public sealed class ExecutableResourcesTests
{
    [Test]
    public async Task The_executable_has_a_text_for_each_event()
    {
        using ExecutableResources resources = new(WineHost.Executable);
        byte[] table = resources.Find(ExecutableResources.MessageTable).ToArray();
        int[] header = MemoryMarshal.Cast<byte, int>(table.AsSpan(0, 16)).ToArray();

        await Assert.That(header).IsEquivalentTo([1, 100, 106, 16]);
        int place = header[3];
        for (int id = header[1]; id <= header[2]; id++)
        {
            int length = BitConverter.ToUInt16(table, place);
            await Assert.That(BitConverter.ToUInt16(table, place + 2)).IsEqualTo((ushort)1);
            await Assert.That(Encoding.Unicode.GetString(table, place + 4, length - 4).TrimEnd('\0')).IsEqualTo("%1\r\n");
            place += length;
        }

        await Assert.That(place).IsEqualTo(table.Length);
    }

    [Test]
    public async Task The_executable_says_its_version_and_commit()
    {
        using ExecutableResources resources = new(WineHost.Executable);
        string version = Encoding.Unicode.GetString(resources.Find(ExecutableResources.VersionInformation));

        await Assert.That(version).Contains("ProductName\0\0Collector\0").Or.Contains("ProductName\0Collector\0");
        await Assert.That(version).Contains("OriginalFilename").And.Contains("collector.exe");
        await Assert.That(version).Matches(@"ProductVersion\0+\d+\.\d+\.\d+\+[0-9a-f]{12,40}(-changed)?\0");
        await Assert.That(version).Matches(@"FileVersion\0+\d+\.\d+\.\d+\.\d+\0");
    }

    [Test]
    public async Task The_executable_asks_for_no_more_rights_than_its_caller_has()
    {
        using ExecutableResources resources = new(WineHost.Executable);

        await Assert.That(Encoding.UTF8.GetString(resources.Find(ExecutableResources.Manifest))).Contains("level=\"asInvoker\"");
    }
}
