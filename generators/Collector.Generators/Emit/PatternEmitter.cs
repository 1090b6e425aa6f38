using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>Writes the method that tells which lines are rows.</summary>
internal static class PatternEmitter
{
    /// <summary>What still reads well in one line.</summary>
    private const int MaxLine = 100;

    public static void Emit(SourceWriter writer, RowPattern pattern)
    {
        bool hasInstance = pattern.Instance is not null;
        string[] conditions = [.. pattern.Tokens.SelectMany(static token => Conditions(token))];
        string instance = hasInstance ? ", out ReadOnlySpan<byte> instance" : "";
        writer.Line($"""

            /// <summary>Whether a line looks like <c>{Literal.Xml(pattern.Text)}</c>.</summary>
            """);
        string header = $"private static bool IsRow(ref FieldReader fields{instance})";

        // A line that fails before the column of its instance hands out none.
        if (hasInstance && pattern.Tokens[0].Kind != PatternTokenKind.Instance)
        {
            using (writer.Block(header))
            {
                writer.Line("instance = default;").Line($"return {string.Join("\n    && ", conditions)};");
            }

            return;
        }

        string line = string.Join(" && ", conditions);
        using (writer.Line($"{header} =>").Indented())
        {
            writer.Line(line.Length <= MaxLine ? $"{line};" : $"{string.Join("\n&& ", conditions)};");
        }
    }

    private static IEnumerable<string> Conditions(PatternToken token)
    {
        switch (token.Kind)
        {
            case PatternTokenKind.Any:
                yield return "fields.TryNext(out _)";
                break;
            case PatternTokenKind.Literal:
                yield return $"fields.TryMatch({Literal.Text(token.Literal)}u8)";
                break;
            default:
                string prefix = token.Literal.Length > 0 ? $"{Literal.Text(token.Literal)}u8, " : "";
                yield return token.Delimiter == '\0'
                    ? $"fields.TryNext({prefix}out instance)"
                    : $"fields.TryNextUntil({prefix}(byte){Delimiter(token.Delimiter)}, out instance)";
                if (token.IsInteger)
                {
                    yield return "FieldReader.IsInteger(instance)";
                }

                break;
        }
    }

    private static string Delimiter(char character) => character switch
    {
        '\'' => "'\\''",
        '\\' => "'\\\\'",
        _ => $"'{character}'",
    };
}
