using System.Text;
using Collector.Sources.Windows.Performance;

namespace Collector.Tests.Sources.Performance;

/// <summary>The table of names, whole and broken.</summary>
public sealed class CounterNameTableTests
{
    [Test]
    [Arguments("1|1847|2|System|4|Memory||", "2")]
    [Arguments("2|System|4|Memory|9998|system|", "2 9998")]
    [Arguments("2|System", "2")]
    [Arguments("x|y|2|System||", "2")]
    [Arguments("3||2|System||", "2")]
    [Arguments("3|4|Memory|2|System||", "2")]
    [Arguments("99999999999|Memory|2|System|", "2")]
    [Arguments("|||2|System|", "2")]
    [Arguments("4|Memory|2", "")]
    [Arguments("", "")]
    public async Task A_name_is_found_whatever_stands_around_it(string table, string titles)
    {
        CounterNameTable names = new(Encoding.Unicode.GetBytes(table.Replace('|', '\0')));

        await Assert.That(string.Join(' ', names.TitlesOf("System"))).IsEqualTo(titles);
    }

    [Test]
    public async Task A_number_can_stand_for_a_name_that_the_table_lacks()
    {
        await Assert.That(string.Join(' ', CounterNameTable.Empty.TitlesOf("#238"))).IsEqualTo("238");
        await Assert.That(CounterNameTable.Empty.TitlesOf("#").Length).IsEqualTo(0);
    }

    [Test]
    public async Task Half_a_character_is_no_name()
    {
        CounterNameTable names = new(Encoding.Unicode.GetBytes("2\0System").AsMemory(0, 15));

        await Assert.That(names.TitlesOf("System")).IsEmpty();
        await Assert.That(string.Join(' ', names.NamesOf(null))).IsEqualTo("Syste");
    }
}
