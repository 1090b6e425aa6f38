using Collector.Verification;

namespace Collector.Tests.Verification;

public sealed class PatienceTests
{
    private static readonly TimeSpan s_forever = TimeSpan.FromMinutes(5);

    [Test]
    public async Task Without_patience_there_is_one_look()
    {
        Looks looks = new("no", "yes");

        await Assert.That(looks.Run(new(TimeSpan.Zero, TimeSpan.Zero, s_forever))).IsEqualTo("no");
        await Assert.That(looks.Count).IsEqualTo(1);
    }

    [Test]
    public async Task Waiting_ends_when_everything_is_met()
    {
        Looks looks = new("no", "no", "yes", "no");
        Patience patience = new(s_forever, TimeSpan.Zero, TimeSpan.FromMilliseconds(1)) { Looked = looks.Look };

        await Assert.That(looks.Run(patience)).IsEqualTo("yes");
        await Assert.That(looks.Seen).IsEqualTo("no no");
        await Assert.That(patience.HasRunOut).IsFalse();
    }

    [Test]
    public async Task Waiting_runs_out()
    {
        Looks looks = new("no");
        Patience patience = new(TimeSpan.FromMilliseconds(30), TimeSpan.Zero, TimeSpan.FromMilliseconds(10));

        await Assert.That(looks.Run(patience)).IsEqualTo("no");
        await Assert.That(patience.HasRunOut).IsTrue();
        await Assert.That(looks.Count).IsGreaterThanOrEqualTo(2);
    }

    [Test]
    public async Task A_warning_is_waited_for_but_does_not_run_out()
    {
        Looks looks = new("warn");
        Patience patience = new(TimeSpan.FromMilliseconds(20), TimeSpan.Zero, TimeSpan.FromMilliseconds(10));

        await Assert.That(looks.Run(patience)).IsEqualTo("warn");
        await Assert.That(patience.HasRunOut).IsFalse();
    }

    [Test]
    public async Task What_has_to_hold_fails_at_the_first_look_that_is_not_met()
    {
        Looks looks = new("yes", "yes", "no", "yes");

        await Assert.That(looks.Run(new(TimeSpan.Zero, s_forever, TimeSpan.FromMilliseconds(1)))).IsEqualTo("no");
        await Assert.That(looks.Count).IsEqualTo(3);
    }

    [Test]
    public async Task What_holds_is_looked_at_until_the_end()
    {
        Looks looks = new("yes");

        await Assert.That(looks.Run(new(TimeSpan.Zero, TimeSpan.FromMilliseconds(30), TimeSpan.FromMilliseconds(10)))).IsEqualTo("yes");
        await Assert.That(looks.Count).IsGreaterThanOrEqualTo(2);
    }

    [Test]
    public async Task With_both_a_look_that_is_not_met_begins_the_time_anew()
    {
        Looks looks = new("no", "yes", "no", "yes");
        Patience patience = new(s_forever, TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(5));

        await Assert.That(looks.Run(patience)).IsEqualTo("yes");
        await Assert.That(looks.Count).IsGreaterThanOrEqualTo(5);
    }

    /// <summary>What looks find, one after the other; the last one again and again.</summary>
    private sealed class Looks(params string[] found)
    {
        private readonly List<string> _seen = [];

        public int Count { get; private set; }

        public string Seen => string.Join(' ', _seen);

        public string Run(Patience patience) => patience.Run(Next)[0].Name;

        public void Look(IReadOnlyList<CheckResult> results, TimeSpan elapsed) => _seen.Add(results[0].Name);

        private IReadOnlyList<CheckResult> Next()
        {
            string name = found[Math.Min(Count++, found.Length - 1)];
            CheckStatus status = name switch { "yes" => CheckStatus.Passed, "warn" => CheckStatus.Warned, _ => CheckStatus.Failed };
            return [new(name, name, status, Severity.Fail)];
        }
    }
}
