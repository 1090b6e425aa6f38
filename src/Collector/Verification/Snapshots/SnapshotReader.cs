using System.Text.Json;
using System.Text.Unicode;

namespace Collector.Verification;

/// <summary>Reads what <see cref="SnapshotWriter"/> writes. Groups and metrics that this version does not know are read too.</summary>
internal ref struct SnapshotReader
{
    private static readonly string[] s_keys = [SnapshotWriter.CollectorKey, SnapshotWriter.HostKey, SnapshotWriter.GroupsKey];

    private readonly string _file;
    private readonly ReadOnlySpan<byte> _text;
    private readonly SortedList<SnapshotPath, SnapshotValue> _values = [];
    private Utf8JsonReader _reader;

    private SnapshotReader(string file, ReadOnlySpan<byte> text)
    {
        _file = file;
        _text = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
        _reader = new(_text, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    }

    /// <param name="file">What the text is called.</param>
    /// <param name="text">UTF-8.</param>
    /// <exception cref="UserError">It is no snapshot.</exception>
    public static Snapshot Parse(string file, ReadOnlySpan<byte> text)
    {
        if (!Utf8.IsValid(text))
        {
            throw new UserError(ExitCode.InvalidConfiguration, $"{file}: not valid JSON: it is not UTF-8; save it as that");
        }

        try
        {
            return new SnapshotReader(file, text).ReadAll();
        }
        catch (JsonException error)
        {
            throw new UserError(ExitCode.InvalidConfiguration, JsonPosition.Of(file, error));
        }
    }

    private Snapshot ReadAll()
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        _reader.Read();
        RequireObject("a snapshot");
        while (NextName() is string key)
        {
            if (!keys.Add(key))
            {
                throw Wrong($"'{key}' is here twice");
            }

            ReadMember(key);
        }

        // What follows the end is not valid, and the parser says so.
        _reader.Read();
        return keys.Contains(SnapshotWriter.GroupsKey) ? new(_values)
            : throw new UserError(
                ExitCode.InvalidConfiguration,
                $"{JsonPosition.Of(_file, _text, 0)}: this is no snapshot: there is no \"{SnapshotWriter.GroupsKey}\"; write one with collector snapshot");
    }

    private void ReadMember(string key)
    {
        switch (key)
        {
            case SnapshotWriter.CollectorKey:
                _reader.Read();
                _ = ReadValue();
                break;
            case SnapshotWriter.HostKey:
                _reader.Read();
                RequireObject($"\"{key}\"");
                while (NextName() is string fact)
                {
                    SnapshotPath path = new(SnapshotPath.Host, null, fact);
                    RequireNew(path);
                    _reader.Read();
                    _values.Add(path, ReadValue());
                }

                break;
            case SnapshotWriter.GroupsKey:
                _reader.Read();
                RequireObject($"\"{key}\"");
                while (NextName() is string group)
                {
                    ReadGroup(group);
                }

                break;
            default:
                throw Wrong($"a snapshot has no key '{key}'; {Nearest.Hint(key, s_keys)}");
        }
    }

    private void ReadGroup(string group)
    {
        if (group == SnapshotPath.Host)
        {
            throw Wrong("there is no group 'host'; facts stand beside the groups");
        }

        _reader.Read();
        RequireObject($"the group '{group}'");
        while (NextName() is string name)
        {
            SnapshotPath metric = new(group, null, name);
            SnapshotPath instance = new(group, name, null);
            RequireNew(metric);
            RequireNew(instance);
            _reader.Read();
            if (_reader.TokenType == JsonTokenType.StartObject)
            {
                _values.Add(instance, SnapshotValue.Present);
                ReadInstance(instance);
            }
            else
            {
                _values.Add(metric, ReadValue());
            }
        }
    }

    private void ReadInstance(SnapshotPath instance)
    {
        while (NextName() is string metric)
        {
            SnapshotPath path = instance with { Metric = metric };
            RequireNew(path);
            _reader.Read();
            _values.Add(path, ReadValue());
        }
    }

    private readonly SnapshotValue ReadValue() => _reader.TokenType switch
    {
        JsonTokenType.Number => ReadNumber(),
        JsonTokenType.True => SnapshotValue.Of(true),
        JsonTokenType.False => SnapshotValue.Of(false),
        JsonTokenType.String => SnapshotValue.Of(ReadText()),
        _ => throw Wrong("expected a number, a text, true or false"),
    };

    private readonly SnapshotValue ReadNumber() =>
        _reader.TryGetDecimal(out decimal number) && Math.Abs(number) < (decimal)SnapshotValue.Limit
            ? SnapshotValue.Of(number)
            : throw Wrong("this number is too large");

    /// <summary>The next name of an object, which the reader then stands at; null at its end.</summary>
    private string? NextName()
    {
        _reader.Read();
        return _reader.TokenType == JsonTokenType.EndObject ? null : ReadText();
    }

    private readonly string ReadText()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // An escape such as \ud800, half of a pair: the parser lets it pass, but it is no character.
            throw Wrong("this is no valid text: half of a surrogate pair is escaped in it");
        }
    }

    private readonly void RequireNew(SnapshotPath path)
    {
        if (_values.ContainsKey(path))
        {
            throw Wrong($"'{path}' is here twice");
        }
    }

    private readonly void RequireObject(string what)
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            throw Wrong($"{what} has to be an object");
        }
    }

    private readonly UserError Wrong(string message) =>
        new(ExitCode.InvalidConfiguration, $"{JsonPosition.Of(_file, _text, _reader.TokenStartIndex)}: {message}");
}
