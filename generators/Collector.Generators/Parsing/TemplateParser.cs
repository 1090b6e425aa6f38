using Collector.Generators.Diagnostics;
using Collector.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Collector.Generators.Parsing;

/// <summary>Reads the template of a path, and sees to it that every path made of it is legal on every wire.</summary>
/// <param name="file">The declaration.</param>
/// <param name="node">The template.</param>
/// <param name="hasInstances">Whether it stands for one path for each instance.</param>
/// <param name="hasMetric">Whether it stands for one path for each metric.</param>
internal sealed class TemplateParser(DeclarationFile file, Node node, bool hasInstances, bool hasMetric)
{
    private readonly List<PathPart> _parts = [];
    private InstanceEscape? _escape;
    private bool _isFaulty;

    public InstanceEscape? Escape => _escape;

    /// <summary>Null, and reported, if the template is faulty.</summary>
    public EquatableArray<PathPart>? Parse()
    {
        foreach ((string text, int start, bool isPlaceholder) in TemplateText.Split(node.Text))
        {
            if (isPlaceholder)
            {
                ParsePlaceholder(text, start);
            }
            else
            {
                CheckCharacters(text, start);
                _parts.Add(new(PathPartKind.Text, text));
            }
        }

        CheckNodes();
        CheckCount(
            PathPartKind.Metric,
            "{metric}",
            hasMetric ? 1 : 0,
            hasMetric ? "" : ", since each path has a value of its own");
        CheckCount(
            PathPartKind.Instance,
            "{instance}",
            hasInstances ? 1 : 0,
            hasInstances ? ", since the group has instances" : ", since the group has no instances");
        if (node.Text.Length > Grammar.MaxPathLength)
        {
            Report(Descriptors.LongPath, file.PlaceOf(node), $"{node.Text.Length}", $"{Grammar.MaxPathLength}");
        }

        return _isFaulty ? null : new([.. _parts]);
    }

    private void ParsePlaceholder(string text, int start)
    {
        string[] words = text.Trim('{', '}').Split(':');
        if (text == "{metric}")
        {
            _parts.Add(new(PathPartKind.Metric));
        }
        else if (words[0] == "instance" && words.Length <= 2)
        {
            _parts.Add(new(PathPartKind.Instance));
            if (words.Length == 2)
            {
                ParseEscape(words[1], start + "{instance:".Length);
            }
        }
        else
        {
            Report(Descriptors.UnknownPlaceholder, file.PlaceWithin(node, start, text.Length), text);
        }
    }

    private void ParseEscape(string word, int start)
    {
        int index = Array.IndexOf(Grammar.Escapes, word);
        if (index >= 0)
        {
            _escape = (InstanceEscape)index;
            return;
        }

        Report(
            Descriptors.UnknownEscape, file.PlaceWithin(node, start, word.Length), word, Nearest.Hint(word, Grammar.Escapes));
    }

    private void CheckCharacters(string text, int start)
    {
        for (int index = 0; index < text.Length; index++)
        {
            if (!IsLegal(text[index]))
            {
                Report(Descriptors.BadPath, file.PlaceWithin(node, start + index, 1), $"has the character '{text[index]}'");
                return;
            }
        }
    }

    private void CheckNodes()
    {
        string text = node.Text;
        for (int index = 0; index < text.Length; index++)
        {
            bool isEdge = index == 0 || index == text.Length - 1;
            if (text[index] == '.' && (isEdge || text[index - 1] == '.'))
            {
                Report(Descriptors.BadPath, file.PlaceWithin(node, index, 1), "has an empty node");
                return;
            }
        }
    }

    private void CheckCount(PathPartKind kind, string name, int wanted, string why)
    {
        int count = _parts.Count(part => part.Kind == kind);
        if (count != wanted && !_isFaulty)
        {
            Report(
                Descriptors.PlaceholderCount,
                file.PlaceOf(node),
                name,
                Times(count),
                Times(wanted),
                why);
        }
    }

    private static string Times(int count) => count switch
    {
        0 => "not at all",
        1 => "once",
        _ => $"{count} times",
    };

    private static bool IsLegal(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.';

    private void Report(DiagnosticDescriptor descriptor, Place place, params string[] arguments)
    {
        _isFaulty = true;
        file.Report(descriptor, place, arguments);
    }
}
