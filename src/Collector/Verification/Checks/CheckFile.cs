using System.Text.Json;
using System.Text.Unicode;
using Collector.Metrics;

namespace Collector.Verification;

/// <summary>Reads a file of checks: <c>{ "checks": [ { "name": "memory", "expect": "memory.total >= 16GiB" } ] }</c>.</summary>
internal ref struct CheckFile
{
    /// <summary>Stands for standard input.</summary>
    public const string StandardInput = "-";

    private const string ChecksKey = "checks";
    private const string SchemaKey = "$schema";

    private static readonly string[] s_keys = ["name", "expect", "severity", "why", "platform"];

    private readonly string _file;
    private readonly ReadOnlySpan<byte> _text;
    private Utf8JsonReader _reader;

    private CheckFile(string file, ReadOnlySpan<byte> text)
    {
        _file = file;
        _text = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
        _reader = new(_text, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    }

    /// <param name="path">The file; <c>-</c> for standard input.</param>
    /// <exception cref="UserError">It cannot be read, or something in it is wrong.</exception>
    public static List<Check> Read(string path)
    {
        string name = path == StandardInput ? "standard input" : path;
        try
        {
            return Parse(name, Load(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError(ExitCode.InputOutput, $"cannot read checks: {error.Message}");
        }
    }

    /// <param name="name">What the text is called.</param>
    /// <param name="text">UTF-8.</param>
    /// <exception cref="UserError">Something in it is wrong.</exception>
    public static List<Check> Parse(string name, ReadOnlySpan<byte> text)
    {
        if (!Utf8.IsValid(text))
        {
            throw new UserError(ExitCode.InvalidConfiguration, $"{name}: not valid JSON: it is not UTF-8; save it as that");
        }

        try
        {
            return new CheckFile(name, text).ReadAll();
        }
        catch (JsonException error)
        {
            throw new UserError(ExitCode.InvalidConfiguration, JsonPosition.Of(name, error));
        }
    }

    private static byte[] Load(string path)
    {
        if (path != StandardInput)
        {
            return Directory.Exists(path) ? throw new IOException($"'{path}' is a folder") : File.ReadAllBytes(path);
        }

        using Stream input = Console.OpenStandardInput();
        using MemoryStream all = new();
        input.CopyTo(all);
        return all.ToArray();
    }

    private List<Check> ReadAll()
    {
        List<Check> checks = [];
        bool hasChecks = false;
        _reader.Read();
        Require(JsonTokenType.StartObject, "an object with a list \"checks\"");
        while (NextKey() is string key)
        {
            long place = _reader.TokenStartIndex;
            _reader.Read();
            switch (key)
            {
                case ChecksKey when hasChecks:
                    throw Wrong(place, "\"checks\" is here twice; put everything into one list");
                case ChecksKey:
                    hasChecks = true;
                    ReadList(checks);
                    break;
                case SchemaKey:
                    Require(JsonTokenType.String, "a text");
                    break;
                default:
                    throw Wrong(place, $"there is no key '{key}' here; {Nearest.Hint(key, [ChecksKey])}");
            }
        }

        // What follows the end is not valid, and the parser says so.
        _reader.Read();
        return hasChecks ? checks : throw Wrong(0, "there is no list \"checks\"");
    }

    private void ReadList(List<Check> checks)
    {
        Require(JsonTokenType.StartArray, "a list of checks");
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            long place = _reader.TokenStartIndex;
            Check check = ReadCheck();
            if (checks.Find(other => other.Name == check.Name) is Check other)
            {
                throw Wrong(place, $"there is a check '{check.Name}' already, at {other.Origin}; give this one another name");
            }

            checks.Add(check);
        }
    }

    private Check ReadCheck()
    {
        long start = _reader.TokenStartIndex;
        if (_reader.TokenType == JsonTokenType.String)
        {
            string text = _reader.GetString()!;
            return new(text, text, Severity.Fail, null, null, Line(start), JsonPosition.Of(_file, _text, start));
        }

        Require(JsonTokenType.StartObject, "an object, or the text of an expectation");
        Dictionary<string, (string Value, long Place)> values = new(StringComparer.Ordinal);
        while (NextKey() is string key)
        {
            long place = _reader.TokenStartIndex;
            if (!s_keys.Contains(key))
            {
                throw Wrong(place, $"a check has no key '{key}'; {Nearest.Hint(key, s_keys)}");
            }

            _reader.Read();
            Require(JsonTokenType.String, "a text");
            if (!values.TryAdd(key, (_reader.GetString()!, _reader.TokenStartIndex)))
            {
                throw Wrong(place, $"'{key}' is here twice");
            }
        }

        if (!values.TryGetValue("expect", out (string Value, long Place) expect))
        {
            throw Wrong(start, "this check expects nothing: it has no \"expect\"");
        }

        string name = values.TryGetValue("name", out (string Value, long Place) named) ? named.Value : expect.Value;
        return new(
            name.Trim().Length > 0 ? name : throw Wrong(named.Place, "the name is empty; leave it out to use the expectation"),
            expect.Value,
            Choose(values, "severity", Severity.Fail, ("fail", Severity.Fail), ("warn", Severity.Warn)),
            values.TryGetValue("why", out (string Value, long Place) why) ? why.Value : null,
            Choose<Platform?>(values, "platform", null, ("linux", Platform.Linux), ("windows", Platform.Windows)),
            Line(start),
            JsonPosition.Of(_file, _text, expect.Place));
    }

    private readonly T Choose<T>(
        Dictionary<string, (string Value, long Place)> values, string key, T otherwise, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        if (!values.TryGetValue(key, out (string Value, long Place) found))
        {
            return otherwise;
        }

        List<string> words = [];
        foreach ((string word, T value) in choices)
        {
            if (word == found.Value)
            {
                return value;
            }

            words.Add(word);
        }

        throw Wrong(found.Place, $"'{key}' is \"{found.Value}\"; it may be {string.Join(" or ", words)}");
    }

    /// <summary>The next key of an object; null at its end.</summary>
    private string? NextKey()
    {
        _reader.Read();
        return _reader.TokenType == JsonTokenType.EndObject ? null : _reader.GetString();
    }

    private readonly void Require(JsonTokenType type, string what)
    {
        if (_reader.TokenType != type)
        {
            throw Wrong(_reader.TokenStartIndex, $"expected {what}");
        }
    }

    private readonly string Line(long offset) => $"{_file}:{_text[..(int)offset].Count((byte)'\n') + 1}";

    private readonly UserError Wrong(long offset, string message) =>
        new(ExitCode.InvalidConfiguration, $"{JsonPosition.Of(_file, _text, offset)}: {message}");
}
