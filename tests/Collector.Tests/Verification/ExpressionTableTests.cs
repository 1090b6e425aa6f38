using System.Text;
using Collector.Metrics;
using Collector.Verification;

namespace Collector.Tests.Verification;

/// <summary>Several hundred expectations, those of <c>right.txt</c> and <c>wrong.txt</c>.</summary>
public sealed class ExpressionTableTests
{
    [Test]
    public async Task What_is_right_says_what_has_to_be_read()
    {
        StringBuilder text = new();
        foreach (string line in Expectations.Lines("right.txt"))
        {
            BoundExpectation? expectation = Expectations.Bind(line, out ExpressionFault? fault);
            string linux = expectation is null ? fault!.Render() : Expectations.Describe(expectation.Needs);
            string windows = expectation is null ? linux : Expectations.Describe(Expectations.Bind(line, Platform.Windows).Needs);
            text.Append(line.Trim()).Append('\n');
            text.Append(expectation is null || expectation.Text == line.Trim() ? "" : $"    is {expectation.Text}\n");
            text.Append($"    reads {linux}\n").Append(windows == linux ? "" : $"    on Windows {windows}\n");
        }

        await Verify(text.ToString());
    }

    [Test]
    public async Task What_is_wrong_is_said_where_it_stands()
    {
        StringBuilder text = new();
        foreach (string line in Expectations.Lines("wrong.txt"))
        {
            text.Append(Expectations.Bind(line, out ExpressionFault? fault) is null ? fault!.Render() : $"  {line}\nis taken").Append("\n\n");
        }

        await Verify(text.ToString());
    }

    [Test]
    public async Task Nothing_right_is_refused()
    {
        await Assert.That(Expectations.Lines("right.txt").Where(static line => Expectations.Bind(line, out _) is null)).IsEmpty();
    }

    [Test]
    public async Task Nothing_wrong_is_taken()
    {
        await Assert.That(Expectations.Lines("wrong.txt").Where(static line => Expectations.Bind(line, out _) is not null)).IsEmpty();
        await Assert.That(Expectations.Lines("wrong.txt").Where(static line => Expectations.Bind(line, out _, Platform.Windows) is not null)).IsEmpty();
    }

    [Test]
    public async Task What_was_printed_is_read_again_as_the_same()
    {
        foreach (string line in Expectations.Lines("right.txt"))
        {
            Expression expression = ExpressionParser.Parse(line, out _)!;
            Expression again = ExpressionParser.Parse(expression.ToString(), out _)!;
            await Assert.That(again).IsEqualTo(expression);
            await Assert.That(again.ToString()).IsEqualTo(expression.ToString());
        }
    }

    [Test]
    public async Task A_fault_stands_within_its_text()
    {
        foreach (string line in Expectations.Lines("wrong.txt"))
        {
            Expectations.Bind(line, out ExpressionFault? fault);
            await Assert.That(fault!.Position).IsBetween(0, line.Length);
            await Assert.That(fault.Position + fault.Length).IsLessThanOrEqualTo(line.Length);
        }
    }

    [Test]
    [Arguments("memory.total > 1 and ", 99, "memory.total > 1")]
    [Arguments("1 + ", 195, "memory.total > 1 + 1")]
    [Arguments("memory.total - ", 195, "memory.total > 1")]
    [Arguments("(", 49, "memory.total")]
    [Arguments("not ", 49, "memory.total > 1")]
    [Arguments("-", 49, "memory.total > 1")]
    public async Task The_largest_expectation_needs_little_of_the_stack(string piece, int times, string rest)
    {
        string text = string.Concat(Enumerable.Repeat(piece, times)) + rest + new string(')', piece == "(" ? times : 0) + (piece == "(" ? " > 1" : "");
        string? outcome = null;
        Thread thread = new(() => outcome = Expectations.Bind(text).Evaluate(FakeHost.Usual).Text, maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();

        await Assert.That(outcome).IsNotNull();
        await Assert.That(Expectations.Bind("memory.total > 1" + string.Concat(Enumerable.Repeat(" + 1", 300)), out ExpressionFault? fault)).IsNull();
        await Assert.That(fault!.Message).IsEqualTo("there are more than 200 operators up to here; divide the expectation at an 'and'");
    }

    [Test]
    public async Task A_text_without_end_is_refused_before_it_is_read()
    {
        Expectations.Bind(new string('(', 100_000), out ExpressionFault? fault);

        await Assert.That(fault!.Message).IsEqualTo("an expectation has at most 4000 characters; divide it at an 'and'");
    }

    [Test]
    public async Task The_help_gives_only_examples_that_are_right()
    {
        string[] examples =
        [
            "memory.total >= 16GiB", "disk_usage[C].free > 20% and uptime.uptime < 1h", "cpu.count == 8", "count(net_io[eth*]) == 2", "service[sshd].running",
            "host.name ~ \"web-*\"", "memory.total - memory.used > 4GiB", "load.shortterm / host.cpus < 1", "disk_usage[*].free > 20%", "memory.available > 10%",
            "host.version >= \"10.0.17763\"", "system.boot_time > \"2026-01-31 12:00\"", "disk_usage[*].percent < 90", "any(net_io[*].up) == 1",
            "none(disk_usage[*].percent > 90)", "count(net_io[*].up == 1) >= 2", "min(disk_usage[*].free) > 10GiB", "rate(system.context_switches) < 50k", "rate(cpu[*].user) < 90%",
        ];
        foreach (string example in examples)
        {
            await Assert.That(ExpectationHelp.Text).Contains(example);
            await Assert.That(Expectations.Bind(example, out _)).IsNotNull();
        }

        await Assert.That(ExpectationHelp.Text.Split('\n').Max(static line => line.Length)).IsLessThanOrEqualTo(120);
        foreach (string name in Functions.Names.Concat(BoundFact.Names))
        {
            await Assert.That(ExpectationHelp.Text).Contains(name);
        }
    }
}
