using System.Diagnostics;
using Collector.Sources;
using Collector.Sources.Linux;

namespace Collector.Tests.Sources.Linux;

public sealed class SystemTotalsTests
{
    private const int EntrySize = 384;
    private const byte UserProcess = 7;
    private const byte DeadProcess = 8;

    [Test]
    public async Task Processes_threads_and_users_are_counted()
    {
        using LinuxHost host = new();
        host.Process(1, "init").Process(2, "sshd").Process(3, "bash")
            .Write("proc/loadavg", "0.20 0.18 0.12 1/80 11206\n")
            .Write("run/utmp", Utmp(2, UserProcess, DeadProcess, UserProcess, 1));

        await Assert.That(host.Read(new SystemTotalsSource(host.Context), out Fault fault).Single())
            .IsEqualTo(new SystemTotals { Processes = 3, Threads = 80, Users = 2 });
        await Assert.That(fault.IsNone).IsTrue();
    }

    [Test]
    public async Task More_users_than_fit_into_the_first_buffer_are_counted()
    {
        using LinuxHost host = new();
        host.Process(1, "init").Write("run/utmp", Utmp([.. Enumerable.Repeat(UserProcess, 100)]));

        await Assert.That(host.Read(new SystemTotalsSource(host.Context), out _).Single().Users).IsEqualTo(100ul);
    }

    [Test]
    [Timeout(30_000)]
    public async Task Without_utmp_the_sessions_of_logind_count(CancellationToken cancellation)
    {
        using LinuxHost host = new();
        host.Process(1, "init")
            .Write("run/systemd/sessions/1", "UID=0\nUSER=root\nACTIVE=1\nSTATE=active\nCLASS=user\nTYPE=tty\n")
            .Write("run/systemd/sessions/2", "UID=0\nUSER=root\nACTIVE=1\nSTATE=closing\nCLASS=user\nTYPE=tty\n")
            .Write("run/systemd/sessions/c1", "UID=120\nUSER=gdm\nSTATE=online\nCLASS=greeter\n");
        using Process pipe = Process.Start("mkfifo", host.PathOf("run/systemd/sessions/1.ref"));
        await pipe.WaitForExitAsync(cancellation);

        await Assert.That(host.Read(new SystemTotalsSource(host.Context), out _).Single().Users).IsEqualTo(1ul);
    }

    [Test]
    public async Task A_host_that_keeps_no_record_of_users_has_no_number_of_them()
    {
        using LinuxHost host = new();
        host.Process(1, "init");

        await Assert.That(host.Read(new SystemTotalsSource(host.Context), out _).Single())
            .IsEqualTo(new SystemTotals { Processes = 1 });
    }

    private static byte[] Utmp(params byte[] types)
    {
        byte[] text = new byte[types.Length * EntrySize];
        for (int entry = 0; entry < types.Length; entry++)
        {
            text[entry * EntrySize] = types[entry];
        }

        return text;
    }
}
