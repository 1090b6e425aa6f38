using System.Text;

namespace Collector.Verification;

/// <summary>Takes the text of an expectation apart.</summary>
internal sealed class Lexer(string text)
{
    private static readonly string[] s_signs =
        ["==", "!=", "<=", ">=", "!~", "&&", "||", "..", "=", "<", ">", "~", "!", "(", ")", "[", "]", ".", ",", "+", "-", "*", "/"];

    private int _position;

    public Token Next()
    {
        SkipBlanks();
        if (_position == text.Length)
        {
            return new(TokenKind.End, "", new(_position, 0));
        }

        char first = text[_position];
        return IsWordPart(first) && !char.IsAsciiDigit(first) ? NextWord()
            : char.IsAsciiDigit(first) ? Number()
            : first is '"' or '\'' ? Quoted()
            : Sign();
    }

    /// <summary>What stands in brackets whose opening was the last piece: as it is, or in quotes. Names may have brackets of their own, in pairs.</summary>
    public Token Instance()
    {
        SkipBlanks();
        int start = _position;
        if (_position < text.Length && text[_position] is '"' or '\'')
        {
            Token quoted = Quoted();
            SkipBlanks();
            if (_position == text.Length || text[_position] != ']')
            {
                throw new ExpressionError(new(_position, Math.Min(1, text.Length - _position)), "expected ']' behind the quoted name");
            }

            _position++;
            return quoted;
        }

        for (int depth = 1; _position < text.Length; _position++)
        {
            depth += text[_position] switch { '[' => 1, ']' => -1, _ => 0 };
            if (depth == 0)
            {
                string name = text[start.._position].TrimEnd();
                _position++;
                return new(TokenKind.Text, name, new(start, name.Length));
            }
        }

        throw new ExpressionError(new(start - 1, 1), "the bracket is not closed");
    }

    private void SkipBlanks()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
        {
            _position++;
        }
    }

    private Token NextWord()
    {
        int start = _position;
        string word = Word();
        return new(TokenKind.Word, word, new(start, word.Length));
    }

    private static bool IsWordPart(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    private string Word()
    {
        int start = _position;
        while (_position < text.Length && IsWordPart(text[_position]))
        {
            _position++;
        }

        return text[start.._position];
    }

    private Token Number()
    {
        int start = _position;
        SkipDigits();

        // A second point makes it the beginning of a range.
        if (_position + 1 < text.Length && text[_position] == '.' && char.IsAsciiDigit(text[_position + 1]))
        {
            _position++;
            SkipDigits();
        }

        string digits = text[start.._position];
        LiteralUnit unit = Unit(start);
        return new(TokenKind.Number, digits, new(start, _position - start), unit);
    }

    private void SkipDigits()
    {
        while (_position < text.Length && char.IsAsciiDigit(text[_position]))
        {
            _position++;
        }
    }

    /// <summary>The unit behind a number, if there is one: at once, or, if it is known, behind a blank.</summary>
    private LiteralUnit Unit(int number)
    {
        int end = _position;
        SkipBlanks();
        int start = _position;
        LiteralUnit? unit = null;
        if (start < text.Length)
        {
            string name = text[start] == '%' ? "%" : Word();
            _position = start + name.Length;
            unit = LiteralUnit.Find(name);
            if (unit is null && start == end)
            {
                throw new ExpressionError(new(start, name.Length), $"'{name}' behind {text[number..start]} is no unit; {LiteralUnit.Hint(name)}");
            }
        }

        if (unit is null || unit == LiteralUnit.None)
        {
            _position = end;
        }

        return PerSecond(unit ?? LiteralUnit.None);
    }

    private LiteralUnit PerSecond(LiteralUnit unit)
    {
        ReadOnlySpan<char> rest = text.AsSpan(_position);
        bool isRate = rest is ['/', 's'] or ['/', 's', '.', '.', ..]
            || (rest is ['/', 's', char next, ..] && !IsWordPart(next) && next is not ('.' or '['));
        if (!isRate)
        {
            return unit;
        }

        if (!unit.CanBeRate)
        {
            throw new ExpressionError(new(_position, 2), $"'{unit.Name}' cannot be had per second; bytes and numbers can: 10MB/s, 50k/s");
        }

        _position += 2;
        return unit.AsRate();
    }

    /// <summary>A quote within is written twice; a backslash is itself, as in the names of Windows.</summary>
    private Token Quoted()
    {
        int start = _position;
        char quote = text[_position++];
        StringBuilder content = new();
        for (; _position < text.Length; _position++)
        {
            if (text[_position] == quote)
            {
                _position++;
                if (_position == text.Length || text[_position] != quote)
                {
                    return new(TokenKind.Text, content.ToString(), new(start, _position - start));
                }
            }

            content.Append(text[_position]);
        }

        throw new ExpressionError(new(start, 1), "the quote is not closed");
    }

    private Token Sign()
    {
        foreach (string sign in s_signs)
        {
            if (string.CompareOrdinal(text, _position, sign, 0, sign.Length) == 0)
            {
                Place place = new(_position, sign.Length);
                _position += sign.Length;
                return new(TokenKind.Sign, sign, place);
            }
        }

        bool isPair = char.IsHighSurrogate(text[_position]) && _position + 1 < text.Length;
        string character = text.Substring(_position, isPair ? 2 : 1);
        throw new ExpressionError(new(_position, character.Length), character is "&" or "|"
            ? $"'{character}' is no operator; write 'and' or 'or'"
            : $"'{character}' has no meaning here; texts and odd names stand in quotes");
    }
}
