using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes the method that reads the columns of a line.</summary>
internal static class ReadRowEmitter
{
    /// <param name="writer">Where to.</param>
    /// <param name="names">What the group's classes are called.</param>
    /// <param name="columns">The columns, in ascending order.</param>
    /// <param name="path">What the file is called, as C#.</param>
    public static void Emit(SourceWriter writer, GroupNames names, EquatableArray<ColumnBinding> columns, string path)
    {
        writer.Line();
        using (writer.Block($"private void ReadRow({names.Row} row, ref FieldReader fields, int line)"))
        {
            HashSet<bool> declared = [];
            foreach (ColumnBinding binding in columns)
            {
                bool declares = declared.Add(AssignmentWriter.IsReadWhole(binding.Metric, binding.Conversion));
                AssignmentWriter.EmitColumn(writer, names, binding, declares);
                writer.Line();
            }

            writer.Line($"Report(row, Bound, fields.FaultIn({path}, line));");
        }
    }
}
