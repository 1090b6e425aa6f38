using System.Text;
using Collector.Receiving;

namespace Collector.Tests.Receiving;

public sealed class StatsdLineTests
{
    [Test]
    [Arguments("a.b-c_d:1|c", LineFlaws.None)]
    [Arguments("a:1|c|@0.1", LineFlaws.None)]
    [Arguments("a:1|c:2|g:3|ms", LineFlaws.None)]
    [Arguments("a:whatever|s", LineFlaws.None)]
    [Arguments("a:1|c\r", LineFlaws.CarriageReturn)]
    [Arguments("", LineFlaws.Empty)]
    [Arguments("a", LineFlaws.NoColon)]
    [Arguments("a.b 1 1700000000", LineFlaws.LooksLikeGraphite)]
    [Arguments(":1|c", LineFlaws.NoName)]
    [Arguments("a b:1|c", LineFlaws.RewrittenName)]
    [Arguments("a/b:1|c", LineFlaws.RewrittenName)]
    [Arguments("a:b:1|c", LineFlaws.NoType)]
    [Arguments("a:1", LineFlaws.NoType)]
    [Arguments("a:1|", LineFlaws.NoType)]
    [Arguments("a:1|zz", LineFlaws.UnknownType)]
    [Arguments("a:1|h", LineFlaws.OddType)]
    [Arguments("a:x|c", LineFlaws.NoNumber)]
    [Arguments("a:|g", LineFlaws.NoNumber)]
    [Arguments("a:nan|g", LineFlaws.NotANumber)]
    [Arguments("a:inf|g", LineFlaws.Infinite)]
    [Arguments("a:1.5|c", LineFlaws.FractionalCounter)]
    [Arguments("a:1.5e3|c", LineFlaws.Exponent | LineFlaws.FractionalCounter)]
    [Arguments("a:-1|ms", LineFlaws.NegativeTime)]
    [Arguments("a:-5|g", LineFlaws.SignedGauge)]
    [Arguments("a:+5|g", LineFlaws.SignedGauge)]
    [Arguments("a:1|c|0.1", LineFlaws.BadRate)]
    [Arguments("a:1|c|@x", LineFlaws.BadRate)]
    [Arguments("a:1|c|@-1", LineFlaws.BadRate)]
    [Arguments("a:1|c|@+0.1", LineFlaws.DeadlyRate)]
    [Arguments("a:1|c|@Infinity", LineFlaws.DeadlyRate)]
    [Arguments("a:1|c|@0", LineFlaws.ZeroRate)]
    [Arguments("a:1|c|@2", LineFlaws.HighRate)]
    [Arguments("a:1|c|#host:web1,site:x", LineFlaws.StatsdTags)]
    [Arguments("a:1|c|@0.5|#host:web1", LineFlaws.StatsdTags)]
    [Arguments("a:1|c|T1700000000", LineFlaws.DogStatsd)]
    [Arguments("_e{1,1}:a|b", LineFlaws.DogStatsd)]
    [Arguments("_sc|name|0", LineFlaws.DogStatsd)]
    internal async Task A_line_is_judged_as_statsd_would(string line, LineFlaws flaws)
    {
        await Assert.That(StatsdLine.Check(Encoding.UTF8.GetBytes(line)).Flaws).IsEqualTo(flaws);
    }

    [Test]
    public async Task A_sign_is_no_change_behind_a_zero_for_the_same_gauge()
    {
        await Assert.That(StatsdLine.Check("x:-5|g"u8, "x:0|g"u8).Flaws).IsEqualTo(LineFlaws.None);
        await Assert.That(StatsdLine.Check("x:-5|g"u8, "xy:0|g"u8).Flaws).IsEqualTo(LineFlaws.SignedGauge);
    }
}
