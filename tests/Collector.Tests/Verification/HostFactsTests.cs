using Collector.Metrics;
using Collector.Sources;
using Collector.Verification;

namespace Collector.Tests.Verification;

public sealed class HostFactsTests
{
    [Test]
    public async Task An_image_tells_its_system_and_what_processor_it_is_for()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("etc"));
        Directory.CreateDirectory(folder.File("usr/bin"));
        folder.Write("etc/os-release", "NAME=\"Debian\"\nVERSION_ID=\"12\"\nID=debian\n");
        byte[] program = new byte[64];
        "\x7fELF"u8.CopyTo(program);
        program[18] = 183;
        File.WriteAllBytes(folder.File("usr/bin/env"), program);
        HostFacts facts = HostFactsReader.Read(new SourceContext(folder.Path), Platform.Linux, "image");

        await Assert.That(facts).IsEqualTo(new HostFacts("image", "linux", "12", "arm64", null) { Distribution = "debian" });
    }

    [Test]
    public async Task A_program_that_is_a_link_is_not_followed_out_of_the_image()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("usr/bin"));
        File.CreateSymbolicLink(folder.File("usr/bin/env"), "/usr/bin/env");

        await Assert.That(HostFactsReader.Read(new SourceContext(folder.Path), Platform.Linux, "image").Architecture).IsNull();
    }

    [Test]
    public async Task A_recorded_host_has_its_processors()
    {
        await Assert.That(HostFactsReader.Read(new SourceContext(RecordedHost.PathOf("server256")), Platform.Linux, "s").Cpus).IsEqualTo(256);
    }

    [Test]
    public async Task This_host_is_known()
    {
        HostFacts facts = HostFactsReader.Read(new SourceContext("/"), OperatingSystem.IsWindows() ? Platform.Windows : Platform.Linux, "here");

        await Assert.That(facts.Cpus ?? 0).IsGreaterThanOrEqualTo(Environment.ProcessorCount);
        await Assert.That(facts.Kernel).IsNotNull();
        await Assert.That(facts.Architecture).IsNotNull();
    }
}
