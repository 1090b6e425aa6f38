using System.Text;

namespace Collector.Explaining;

/// <summary>The columns of a line and where they stand in it, divided as <see cref="Sources.FieldReader"/> does.</summary>
internal sealed class LineColumns
{
    private readonly List<Range> _columns = [];

    /// <param name="line">The line; each character is a byte of the file.</param>
    /// <param name="pattern">What the line must look like to be a row; null for any line.</param>
    /// <param name="instance">What stands in the place of the instance, in bytes as above.</param>
    private LineColumns(string line, string? pattern, string instance)
    {
        int position = 0;
        foreach (string word in pattern?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            string expected = word.Replace("{instance:integer}", instance, StringComparison.Ordinal)
                .Replace("{instance}", instance, StringComparison.Ordinal);
            bool isDelimited = word.Contains('}') && !word.EndsWith('}');
            Range column = isDelimited ? Until(line, position, word[^1]) : Next(line, position);
            string found = line[column] + (isDelimited ? word[^1] : "");
            IsRow = word == "*" ? found.Length > 0 : found == expected;
            if (!IsRow)
            {
                return;
            }

            _columns.Add(column);
            position = column.End.Value + (isDelimited ? 1 : 0);
        }

        IsRow = true;
        for (Range column = Next(line, position); line[column].Length > 0; column = Next(line, column.End.Value))
        {
            _columns.Add(column);
        }
    }

    /// <summary>Whether the line is what the pattern describes.</summary>
    public bool IsRow { get; }

    public int Count => _columns.Count;

    /// <summary>Where a column stands, the first being 0.</summary>
    public Range this[int column] => _columns[column];

    /// <summary>Divides a line that has no pattern.</summary>
    public static LineColumns Of(string line) => new(line, pattern: null, "");

    /// <summary>Divides a line if it is an instance's row.</summary>
    public static LineColumns Of(string line, string? pattern, ReadOnlySpan<byte> instance) =>
        new(line, pattern, Encoding.Latin1.GetString(instance));

    private static Range Next(string line, int position)
    {
        int start = position;
        while (start < line.Length && line[start] <= ' ')
        {
            start++;
        }

        int end = start;
        while (end < line.Length && line[end] > ' ')
        {
            end++;
        }

        return start..end;
    }

    private static Range Until(string line, int position, char delimiter)
    {
        int start = position;
        while (start < line.Length && line[start] == ' ')
        {
            start++;
        }

        int end = line.IndexOf(delimiter, start);
        return end < 0 ? start..start : start..end;
    }
}
