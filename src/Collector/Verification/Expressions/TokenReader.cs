namespace Collector.Verification;

/// <summary>The pieces of an expectation, one after the other, and how deep in brackets they stand.</summary>
internal sealed class TokenReader
{
    /// <summary>More brackets within brackets than anybody writes, and few enough for any stack.</summary>
    private const int MaxDepth = 50;

    private static readonly string[] s_joining = ["and", "or", "in", "between", "like"];

    private readonly Lexer _lexer;
    private Token _last;
    private int _depth;

    public TokenReader(string text)
    {
        _lexer = new(text);
        Current = _lexer.Next();
    }

    public Token Current { get; private set; }

    public bool IsAtEnd => Current.Kind == TokenKind.End;

    /// <summary>Whether a range follows.</summary>
    public bool IsAtRange => IsWord("in") || IsWord("between");

    public bool Is(string sign) => Current.Is(sign);

    public bool IsWord(string word) => Current.IsWord(word);

    public Token Take()
    {
        _last = Current;
        Current = _lexer.Next();
        return _last;
    }

    /// <summary>Takes the instance that stands in brackets, whose opening is the current piece.</summary>
    public Token TakeInstance()
    {
        Place open = Current.Place;
        Token name = _lexer.Instance();
        if (name.Text.Length == 0)
        {
            throw new ExpressionError(open.To(new(name.Place.End, 1)), "no instance stands in the brackets; '*' is all of them");
        }

        Current = _lexer.Next();
        return name;
    }

    public ExpressionError Wrong(string message) => new(Current.Place, message);

    /// <summary>What is wrong with a piece that follows where nothing should.</summary>
    public ExpressionError Trailing() => Wrong(
        Current.Kind == TokenKind.Word && Nearest.To(Current.Text, s_joining) is string word && !IsWord(word)
            ? $"expected an operator or the end, and not {Current.Describe()}; did you mean '{word}'?"
        : Is(")") ? "there is no opening bracket for this one"
        : Is(".") && _last.Kind == TokenKind.Number ? "a version stands in quotes: host.version >= \"10.0.17763\""
        : $"expected an operator or the end, and not {Current.Describe()}");

    /// <summary>Goes a level of brackets deeper, until what is returned is disposed of.</summary>
    public Nesting Enter(Place place) => ++_depth <= MaxDepth
        ? new(this)
        : throw new ExpressionError(place, $"there are more than {MaxDepth} levels of brackets here; divide the expectation");

    /// <summary>A level of brackets, until it is left.</summary>
    public readonly struct Nesting(TokenReader reader) : IDisposable
    {
        public void Dispose() => reader._depth--;
    }
}
