using Collector.Interop;
using Collector.Sources.Windows;

namespace Collector.Tests;

/// <summary>What is made of the list of processes that the kernel of Windows writes.</summary>
public sealed class ProcessListTests
{
    private static readonly (uint, uint) s_running = (Ntdll.StateRunning, 0);
    private static readonly (uint, uint) s_ready = (Ntdll.StateReady, 0);
    private static readonly (uint, uint) s_waiting = (Ntdll.StateWaiting, 6);
    private static readonly (uint, uint) s_suspended = (Ntdll.StateWaiting, Ntdll.WaitReasonSuspended);

    [Test]
    public async Task Processes_there_were_before_are_not_counted_as_created()
    {
        ProcessCreations creations = new();

        await Assert.That(Compare(creations, 4, 100, 200)).IsEqualTo(0ul);
    }

    [Test]
    public async Task New_processes_are_counted_wherever_they_stand_and_ended_ones_are_not()
    {
        ProcessCreations creations = new();
        Compare(creations, 4, 100, 200);

        await Assert.That(Compare(creations, 4, 100, 200, 300, 400)).IsEqualTo(2ul);
        await Assert.That(Compare(creations, 4, 400)).IsEqualTo(2ul);
        await Assert.That(Compare(creations, 500, 4, 400)).IsEqualTo(3ul);
        await Assert.That(Compare(creations, 400, 500, 4)).IsEqualTo(3ul);
    }

    [Test]
    public async Task An_id_that_is_used_again_is_a_new_process()
    {
        ProcessCreations creations = new();
        Compare(creations, 4, 100);

        await Assert.That(Compare(creations, new ProcessRows().Add(4).Add(100, createTime: 7))).IsEqualTo(1ul);
    }

    [Test]
    public async Task A_clock_that_is_set_back_hides_no_process()
    {
        ProcessCreations creations = new();
        Compare(creations, new ProcessRows().Add(4).Add(100, createTime: 5000));

        await Assert.That(Compare(creations, new ProcessRows().Add(4).Add(100, createTime: 5000).Add(104, createTime: 3000)))
            .IsEqualTo(1ul);
    }

    [Test]
    public async Task A_process_runs_if_a_thread_does_and_is_stopped_if_all_are_suspended()
    {
        ProcessStates states = Count(new ProcessRows()
            .Add(0, threads: [s_running, s_running])
            .Add(4, threads: [s_waiting, s_ready])
            .Add(8, threads: [s_suspended, s_suspended])
            .Add(12, threads: [s_suspended, s_waiting])
            .Add(16)
            .Add(20, threads: [s_running]));

        await Assert.That(states).IsEqualTo(new() { Total = 5, Running = 2, Stopped = 1, Sleeping = 2 });
    }

    [Test]
    public async Task States_are_absent_where_not_even_the_thread_that_asks_is_said_to_run()
    {
        ProcessStates states = Count(new ProcessRows().Add(4, threads: [s_waiting]).Add(8, threads: [s_waiting]));

        await Assert.That(states).IsEqualTo(new() { Total = 2 });
    }

    [Test]
    [Arguments("svchost.exe", "svchost.exe", true)]
    [Arguments("SvcHost.exe", "svchost", true)]
    [Arguments("svchost.exe", "SVCHOST.EXE", true)]
    [Arguments("svchost.exe", "svc", false)]
    [Arguments("svchost.exe", "svchost.e", false)]
    [Arguments("svchost", "svchost.exe", false)]
    [Arguments("System", "system", true)]
    [Arguments("", "exe", false)]
    public async Task A_process_is_called_by_its_file_with_or_without_the_ending(string file, string wanted, bool isCalled)
    {
        await Assert.That(IsCalled(file, wanted)).IsEqualTo(isCalled);
    }

    private static ulong Compare(ProcessCreations creations, params int[] ids)
    {
        ProcessRows rows = new();
        foreach (int id in ids)
        {
            rows.Add(id);
        }

        return Compare(creations, rows);
    }

    private static unsafe ulong Compare(ProcessCreations creations, ProcessRows rows)
    {
        using (rows)
        {
            creations.Compare(rows.First);
            return creations.Total;
        }
    }

    private static unsafe ProcessStates Count(ProcessRows rows)
    {
        using (rows)
        {
            return ProcessStates.Count(rows.First);
        }
    }

    private static unsafe bool IsCalled(string file, string wanted)
    {
        using ProcessRows rows = new ProcessRows().Add(4, file);
        return ProcessEntry.IsCalled(rows.First, wanted);
    }
}
