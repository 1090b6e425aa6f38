using System.Globalization;
using System.Text;
using Collector.Metrics;
using Collector.Sources;
using Collector.Sources.Recordings;

namespace Collector.Explaining;

/// <summary>Finds the text of a file that a value was read from.</summary>
internal static class FileTrace
{
    /// <param name="context">What the value was read with.</param>
    /// <param name="recorded">What was read.</param>
    /// <param name="source">The file.</param>
    /// <param name="origin">The metric's place in it.</param>
    /// <param name="instance">The row's instance.</param>
    /// <returns>Null if nothing of it could be read.</returns>
    public static RawReading? Read(
        SourceContext context, MemoryRecorder recorded, SourceInfo source, Origin origin, Instance instance)
    {
        string path = PathOf(source, instance);
        if (recorded.Find(path.TrimStart('/')) is not byte[] text)
        {
            return null;
        }

        string conversion = origin.Conversion.Replace(
            Origin.ClockTicks, context.ClockTicks.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        string[] lines = Encoding.Latin1.GetString(text).Split('\n')[..^1];
        return source.Kind switch
        {
            SourceKind.Keys => FromKeys(path, lines, origin.Place, conversion),
            SourceKind.Header => FromHeader(path, lines, source.Lines!, origin.Place, conversion),
            _ => FromColumns(path, lines, source.Lines, instance, ColumnOf(origin), conversion),
        };
    }

    /// <summary>The file that a source reads for an instance. sysfs writes ! where a name has a /.</summary>
    public static string PathOf(SourceInfo source, Instance instance) =>
        source.Subject.Replace("{instance}", instance.Name.Replace('/', '!'), StringComparison.Ordinal);

    /// <summary>Columns are counted from 1 in what people read.</summary>
    private static int ColumnOf(Origin origin) => int.Parse(origin.Place, CultureInfo.InvariantCulture) - 1;

    private static RawReading? FromKeys(string path, string[] lines, string key, string conversion)
    {
        for (int index = 0; index < lines.Length; index++)
        {
            LineColumns columns = LineColumns.Of(lines[index]);
            if (columns.Count > 1 && lines[index][columns[0]].TrimEnd(':') == key)
            {
                return Found(path, lines, index, columns[1], $"line {index + 1}", conversion);
            }
        }

        return null;
    }

    private static RawReading? FromColumns(
        string path, string[] lines, string? pattern, Instance instance, int column, string conversion)
    {
        for (int index = 0; index < lines.Length; index++)
        {
            LineColumns columns = LineColumns.Of(lines[index], pattern, instance.Key);
            if (columns.IsRow)
            {
                return columns.Count <= column
                    ? RawReading.Nothing($"{path}, line {index + 1}: there is no column {column + 1}")
                    : Found(path, lines, index, columns[column], $"line {index + 1}, column {column + 1}", conversion);
            }
        }

        return null;
    }

    private static RawReading? FromHeader(string path, string[] lines, string word, string name, string conversion)
    {
        int index = Array.FindIndex(lines, line => LineColumns.Of(line) is { Count: > 0 } columns && line[columns[0]] == word);
        if (index < 0 || index + 1 >= lines.Length)
        {
            return null;
        }

        LineColumns names = LineColumns.Of(lines[index]);
        LineColumns values = LineColumns.Of(lines[index + 1]);
        for (int column = 1; column < Math.Min(names.Count, values.Count); column++)
        {
            if (lines[index][names[column]] == name)
            {
                RawReading found = Found(path, lines, index + 1, values[column], $"lines {index + 1} and {index + 2}, column {column + 1}", conversion);
                return found with { Text = [.. QuotedLine.Of(lines[index], names[column]), .. found.Text] };
            }
        }

        return null;
    }

    private static RawReading Found(string path, string[] lines, int index, Range value, string place, string conversion) =>
        new($"{path}, {place}", QuotedLine.Of(lines[index], value), lines[index][value] + conversion);
}
