using Collector.Verification;
using static Collector.Tests.Verification.GoldenHosts;

namespace Collector.Tests.Verification;

/// <summary>Files that are no snapshots, and those that are in spite of it.</summary>
public sealed class SnapshotFileTests
{
    [Test]
    [Arguments("", "golden.json(1,1): not valid JSON: ")]
    [Arguments("[]", "golden.json(1,1): a snapshot has to be an object")]
    [Arguments("{}", "golden.json(1,1): this is no snapshot: there is no \"groups\"; write one with collector snapshot")]
    [Arguments("{ \"grups\": {} }", "golden.json(1,3): a snapshot has no key 'grups'; did you mean 'groups'?")]
    [Arguments("{ \"groups\": {},\n  \"groups\": {} }", "golden.json(2,3): 'groups' is here twice")]
    [Arguments("{ \"groups\": 5 }", "golden.json(1,13): \"groups\" has to be an object")]
    [Arguments("{ \"host\": \"web1\", \"groups\": {} }", "golden.json(1,11): \"host\" has to be an object")]
    [Arguments("{ \"host\": { \"os\": null }, \"groups\": {} }", "golden.json(1,19): expected a number, a text, true or false")]
    [Arguments("{ \"groups\": { \"memory\": 5 } }", "golden.json(1,25): the group 'memory' has to be an object")]
    [Arguments("{ \"groups\": { \"memory\": { \"total\": [] } } }", "golden.json(1,36): expected a number, a text, true or false")]
    [Arguments("{ \"groups\": { \"memory\": { \"total\": 1, \"total\": 1 } } }", "golden.json(1,39): 'memory.total' is here twice")]
    [Arguments("{ \"groups\": { \"a\": { \"b\": { \"c\": {} } } } }", "golden.json(1,34): expected a number, a text, true or false")]
    [Arguments("{ \"groups\": { \"a\": { \"b\": {}, \"b\": {} } } }", "golden.json(1,31): 'a[b]' is here twice")]
    [Arguments("{ \"groups\": { \"a\": { \"b\": 1, \"b\": {} } } }", "golden.json(1,30): 'a.b' is here twice")]
    [Arguments("{ \"groups\": { \"host\": {} } }", "golden.json(1,15): there is no group 'host'; facts stand beside the groups")]
    [Arguments("{ \"groups\": { \"a\": { \"b\": 1e300 } } }", "golden.json(1,27): this number is too large")]
    [Arguments("{ \"groups\": { \"a\": { \"b\": \"\\ud800\" } } }", "golden.json(1,27): this is no valid text: ")]
    [Arguments("{ \"groups\": {}\n} x", "golden.json(2,3): not valid JSON: ")]
    [Arguments("{ \"groups\": {", "golden.json(1,14): not valid JSON: ")]
    public async Task A_file_that_is_no_snapshot_is_refused_where_it_is_wrong(string text, string expected)
    {
        UserError? error = await Assert.That(() => { Parse(text); }).Throws<UserError>();

        await Assert.That(error!.Message).StartsWith(expected);
        await Assert.That(error.ExitCode).IsEqualTo(ExitCode.InvalidConfiguration);
    }

    [Test]
    public async Task Text_that_is_not_utf8_is_refused() =>
        await Assert.That(() => { SnapshotReader.Parse("golden.json", [(byte)'{', 0xff, (byte)'}']); }).Throws<UserError>()
            .WithMessage("golden.json(1,2): not valid JSON: it is not UTF-8; save it as that");

    [Test]
    public async Task A_mark_of_byte_order_comments_and_what_is_not_known_here_are_read()
    {
        Snapshot snapshot = Parse("\uFEFF{ // made by hand\n \"groups\": { \"gpu\": { \"0\": { \"cores\": 18446744073709551615, }, }, }, }");

        await Assert.That(snapshot.Values[new("gpu", "0", "cores")]).IsEqualTo(SnapshotValue.Of(ulong.MaxValue));
        await Assert.That(snapshot.HostName).IsNull();
    }

    [Test]
    public async Task Names_of_instances_may_hold_anything()
    {
        SortedList<SnapshotPath, SnapshotValue> values = new()
        {
            [new("disk_usage", "", null)] = SnapshotValue.Present,
            [new("disk_usage", "C:\\ \"quoted\" [x].y\n\u00e4\U0001F600", null)] = SnapshotValue.Present,
            [new("disk_usage", "C:\\ \"quoted\" [x].y\n\u00e4\U0001F600", "total")] = SnapshotValue.Of(1.5m),
        };

        await Assert.That(Parse(TextOf(new(values))).Values.SequenceEqual(values)).IsTrue();
    }

    [Test]
    [Arguments("/no/such/golden.json")]
    [Arguments("/")]
    public async Task A_file_that_cannot_be_read_is_another_matter(string path)
    {
        UserError? error = await Assert.That(() => { Snapshot.Read(path); }).Throws<UserError>();

        await Assert.That(error!.ExitCode).IsEqualTo(ExitCode.InputOutput);
        await Assert.That(error.Message).StartsWith("cannot read the snapshot: ").And.Contains(path);
    }
}
