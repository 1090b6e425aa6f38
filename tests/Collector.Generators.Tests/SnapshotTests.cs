using static Collector.Generators.Tests.SnapshotDeclarations;

namespace Collector.Generators.Tests;

/// <summary>What is generated for each kind of source, as it is read by people.</summary>
public sealed class SnapshotTests
{
    [Test]
    public async Task A_file_of_keys_is_read_until_nothing_is_missing() => await VerifyFile(Keyed, "Memory.LinuxReader.g.cs");

    [Test]
    public async Task Derived_metrics_are_computed_once_all_sources_were_read() => await VerifyFile(Keyed, "Memory.Reader.g.cs");

    [Test]
    public async Task A_file_of_rows_and_columns_is_read_from_left_to_right() => await VerifyFile(Columns, "DiskIo.LinuxReader.g.cs");

    [Test]
    public async Task A_row_has_a_field_for_each_metric() => await VerifyFile(Columns, "DiskIo.Row.g.cs");

    [Test]
    public async Task A_serializer_writes_a_line_for_each_metric() => await VerifyFile(Keyed, "Memory.Serializers.g.cs");

    [Test]
    public async Task Collectd_lines_are_computed_from_what_counters_grew_by() => await VerifyFile(Columns, "DiskIo.Serializers.g.cs");

    [Test]
    public async Task A_reader_chooses_the_names() => await VerifyFile(Columns, "DiskIo.Reader.g.cs");

    [Test]
    public async Task A_group_says_what_it_is_and_where_it_comes_from() => await VerifyFile(Columns, "DiskIo.Group.g.cs");

    [Test]
    public async Task The_first_line_of_a_file_is_a_row() => await VerifyFile(FirstLine, "Uptime.LinuxReader.g.cs");

    [Test]
    public async Task A_literal_selects_a_line() => await VerifyFile(OneLine, "Interrupts.LinuxReader.g.cs");

    [Test]
    public async Task A_native_source_is_bound_field_by_field() => await VerifyFile(Native, "DiskIo.WindowsReader.g.cs");

    [Test]
    public async Task A_native_reader_is_made_only_on_its_own_system() => await VerifyFile(Native, "DiskIo.Group.g.cs");

    [Test]
    public async Task A_source_for_any_platform_has_one_reader() => await VerifyFile(Any, "Clock.AnyReader.g.cs");

    [Test]
    public async Task A_group_for_any_platform_has_no_choice_to_make() => await VerifyFile(Any, "Clock.Group.g.cs");

    [Test]
    public async Task The_sources_of_a_platform_are_read_one_after_the_other() => await VerifyFile(Parts, "System.Group.g.cs");

    [Test]
    public async Task A_source_among_others_leaves_their_values_alone() => await VerifyFile(Parts, "System.LinuxReader.g.cs");

    [Test]
    public async Task A_group_of_several_sources_says_where_each_metric_comes_from() => await VerifyFile(Joined, "Cpu.Group.g.cs");

    [Test]
    public async Task Each_instance_has_a_file_of_its_own() => await VerifyFile(Joined, "Cpu.LinuxReader2.g.cs");

    [Test]
    public async Task Further_lines_complete_the_rows_that_exist() => await VerifyFile(Joined, "Cpu.LinuxReader3.g.cs");

    [Test]
    public async Task Native_rows_complete_the_rows_that_exist() => await VerifyFile(Joined, "Cpu.LinuxReader4.g.cs");

    [Test]
    public async Task Values_stand_below_their_names() => await VerifyFile(Header, "Tcp.LinuxReader.g.cs");

    [Test]
    public async Task A_field_without_a_value_leaves_out_what_needs_it() => await VerifyFile(Absent, "Limits.WindowsReader.g.cs");

    [Test]
    public async Task The_catalog_lists_groups_by_name_and_the_collector_last()
    {
        string self = Any.Replace("\"clock\"", "\"self\"", StringComparison.Ordinal);
        GeneratorRun run = new(new("c.metrics.json", self), new("b.metrics.json", FirstLine), new("a.metrics.json", Any));

        await Verify(run.Source("Catalog.g.cs"), "cs");
    }

    [Test]
    [Arguments(Keyed)]
    [Arguments(Columns)]
    [Arguments(FirstLine)]
    [Arguments(OneLine)]
    [Arguments(Native)]
    [Arguments(Parts)]
    [Arguments(Joined)]
    [Arguments(Header)]
    [Arguments(Absent)]
    [Arguments(Any)]
    public async Task What_is_generated_compiles_without_a_warning(string json)
    {
        GeneratorRun run = new(new DeclarationText("a.metrics.json", json));

        await Assert.That(run.Diagnostics).IsEmpty();
        await Assert.That(run.CompilerDiagnostics).IsEmpty();
    }

    private static async Task VerifyFile(
        string json, string hintName, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        GeneratorRun run = new(new DeclarationText("a.metrics.json", json));
        await Verify(run.Source(hintName), "cs", test: test);
    }
}
