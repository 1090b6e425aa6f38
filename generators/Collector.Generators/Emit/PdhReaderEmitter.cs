using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes the reader of a Windows performance object.</summary>
internal static class PdhReaderEmitter
{
    public static string Emit(Declaration group, GroupNames names, PdhSource source)
    {
        string reader = names.ReaderOf(group, source);
        SourceWriter writer = CodeFile.Begin(
            "System", "System.CodeDom.Compiler", "Collector.Sources", "Collector.Sources.Windows.Performance");
        using (CodeFile.Class(
            writer,
            $"Reads {group.Group} from the performance counters <c>{Literal.Xml(source.Path)}</c>.",
            $"internal sealed class {reader}(ICounterRows counters) : CounterReader<{names.Row}>(counters)"))
        {
            ReaderParts.EmitBound(writer, names, source);
            EmitCreate(writer, reader, source);
            writer.Line();
            EmitAssign(writer, names, source);
        }

        return writer.ToString();
    }

    private static void EmitCreate(SourceWriter writer, string reader, PdhSource source)
    {
        IEnumerable<string> arguments = new[] { Literal.Text(source.Object), Literal.TextOrNull(source.Instances) }
            .Concat(source.Counters.Select(static binding => Literal.Text(binding.Counter)));
        writer.Line($"""
            /// <summary>Null on other systems, unless a recording is read.</summary>
            public static {reader}? Create(SourceContext context) =>
                CounterRows.Of(context, {string.Join(", ", arguments)}) is ICounterRows counters ? new(counters) : null;
            """);
    }

    private static void EmitAssign(SourceWriter writer, GroupNames names, PdhSource source)
    {
        using (writer.Block($"protected override void Assign({names.Row} row, CounterRow counters)"))
        {
            HashSet<bool> declared = [];
            for (int index = 0; index < source.Counters.Count; index++)
            {
                if (index > 0)
                {
                    writer.Line();
                }

                CounterBinding binding = source.Counters[index];
                bool isWhole = binding.Metric.Unit.IsWhole || binding.Conversion.IsWrapping;
                string local = isWhole ? "whole" : "number";
                string type = !declared.Add(isWhole) ? "" : isWhole ? "ulong " : "double ";
                Code raw = new(local, Binding.Primary, isWhole ? NumberType.Whole : NumberType.Decimal);
                using (writer.Block($"if (counters.{(isWhole ? "TryGetWhole" : "TryGetDecimal")}({index}, out {type}{local}))"))
                {
                    AssignmentWriter.Emit(
                        writer, names, binding.Metric, ConversionWriter.Write(raw, binding.Metric, binding.Conversion));
                }
            }
        }
    }
}
