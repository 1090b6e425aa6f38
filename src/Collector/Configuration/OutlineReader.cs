using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Collector.Configuration;

/// <summary>
/// Finds where the settings of a configuration file are, to the line and the column, and what is wrong with their form. What
/// they say is for <see cref="ConfigurationReader"/> to take from what is left of the text without the faulty ones.
/// </summary>
internal ref struct OutlineReader
{
    private const string SchemaKey = "$schema";

    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly List<SettingOutline> _settings = [];
    private readonly string _file;
    private readonly byte[] _sound;
    private PlaceCounter _places;
    private Utf8JsonReader _reader;

    /// <summary>Where the last member begins that is not to be left in the text; -1 if it may stay.</summary>
    private int _faulty = -1;

    /// <summary>The end of the last setting that is whole; 0 if the text is not even an object.</summary>
    private int _end;

    private OutlineReader(string file, ReadOnlySpan<byte> text)
    {
        _file = file;
        _sound = new byte[text.Length + 1];
        text.CopyTo(_sound);
        _places = new(text);
        _reader = new(text, JsonText.Options);
    }

    /// <summary>The settings in the order of the file, faulty ones among them.</summary>
    /// <param name="file">What the file is called.</param>
    /// <param name="text">UTF-8.</param>
    public static ConfigurationOutline Read(string file, ReadOnlySpan<byte> text)
    {
        text = JsonText.WithoutMark(text);
        if (JsonText.InvalidAt(text) is int offset and >= 0)
        {
            return new([Broken($"{JsonPosition.Of(file, text, offset)}: not valid JSON: it is not UTF-8; save it as that")], default);
        }

        OutlineReader reader = new(file, text);
        try
        {
            reader.ReadAll();
        }
        catch (JsonException error)
        {
            reader._settings.Add(Broken(JsonPosition.Of(file, text, error)));
        }

        return new(reader._settings, reader.Sound());
    }

    /// <summary>Stands for the whole file.</summary>
    private static SettingOutline Broken(string message) =>
        new(new("", [], SettingOrigin.File, "") { Fault = new(ExitCode.InvalidConfiguration, message) });

    /// <summary>The object with the settings that have no fault; what was written of one that has no end is cut off.</summary>
    private ReadOnlyMemory<byte> Sound()
    {
        if (_end == 0)
        {
            return default;
        }

        WipeFaulty(_end);
        _sound[_end] = (byte)'}';
        return _sound.AsMemory(0, _end + 1);
    }

    /// <summary>Takes a member out of the text, up to the next one, and so with its comma.</summary>
    private void WipeFaulty(int end)
    {
        if (_faulty >= 0)
        {
            _sound.AsSpan(_faulty..end).Fill((byte)' ');
            _faulty = -1;
        }
    }

    /// <summary>Goes to the next member of an object.</summary>
    private bool ReadMember()
    {
        _reader.Read();
        WipeFaulty((int)_reader.TokenStartIndex);
        return _reader.TokenType != JsonTokenType.EndObject;
    }

    private void ReadAll()
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            _settings.Add(Broken(
                $"{Place(_reader, "")}expected an object with settings, as in {{ \"interval\": \"10s\" }}, not {KindOf(_reader)}"));
            return;
        }

        _end = (int)_reader.BytesConsumed;
        while (ReadMember())
        {
            int start = (int)_reader.TokenStartIndex;
            string name = JsonText.Of(_reader) ?? "";
            string place = Place(_reader, name);
            int line = _places.Line;
            _reader.Read();

            // Whatever the value is, the next setting comes behind it.
            OutlineReader value = this;
            _reader.Skip();
            _end = (int)_reader.BytesConsumed;
            bool isSound = false;
            if (name != SchemaKey || value._reader.TokenType != JsonTokenType.String || JsonText.Of(value._reader) is null)
            {
                SettingOutline setting = value.ReadSetting(name, place, line);
                isSound = setting.Written.Fault is null;
                _settings.Add(setting);
            }

            _faulty = isSound ? -1 : start;
        }

        // What follows the end is not valid, and the parser says so.
        _reader.Read();
    }

    private SettingOutline ReadSetting(string name, string namePlace, int line)
    {
        SettingValue setting = new(name.ToLowerInvariant(), [], SettingOrigin.File, namePlace) { Line = line };
        if (name == SchemaKey)
        {
            return new(setting with { Fault = Wrong(Place(_reader, name), "expected the address of a schema") });
        }

        if (SettingCatalog.Find(setting.Key) is not SettingDefinition definition)
        {
            string[] known = SettingCatalog.KeysOf(SettingCatalog.All);
            return new(setting with { Fault = setting.Wrong($"there is no such setting; {Nearest.Hint(setting.Key, known)}") });
        }

        if (!_lines.TryAdd(setting.Key, line))
        {
            return new(setting with { Fault = setting.Wrong($"it is here twice, in line {_lines[setting.Key]} too; keep one") });
        }

        setting = setting with { Place = Place(_reader, name) };
        try
        {
            return definition.Shape switch
            {
                SettingShape.Counters => new(setting) { Items = ReadObjects(setting, name) },
                SettingShape.Tags when _reader.TokenType == JsonTokenType.StartObject => new(setting) { Values = ReadTags(setting, name) },
                SettingShape.Tags or SettingShape.Texts when _reader.TokenType == JsonTokenType.StartArray =>
                    new(setting) { Values = ReadList(setting, name) },
                SettingShape.Tags => throw Wrong(setting.Place, "expected an object of texts"),
                SettingShape.Texts => new(setting) { Values = [ReadValue(name, setting.Place, JsonForms.Text, "a text or a list of texts")] },
                _ => new(setting) { Values = [ReadValue(name, setting.Place, JsonFormsText.Of(definition.Shape))] },
            };
        }
        catch (UserError fault)
        {
            return new(setting with { Fault = fault });
        }
    }

    private List<ValuePlace> ReadList(SettingValue setting, string path)
    {
        List<ValuePlace> values = [];
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(ReadValue(ConfigurationPath.Combine(path, $"{values.Count}"), Place(_reader, setting.Key), JsonForms.Text));
        }

        return values;
    }

    private List<ValuePlace> ReadTags(SettingValue setting, string path)
    {
        List<ValuePlace> values = [];
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        while (ReadMember())
        {
            int start = (int)_reader.TokenStartIndex;
            string place = Place(_reader, setting.Key);
            string name = ReadText(place);
            _reader.Read();
            ValuePlace value = ReadValue(
                ConfigurationPath.Combine(path, name), Place(_reader, $"{setting.Key}.{name}"), JsonForms.Text | JsonForms.Number);
            if (names.Add(name))
            {
                values.Add(value with { Place = place, Before = $"{name}=" });
                continue;
            }

            // The package does not tell 'site' from 'SITE', which are two tags.
            values.Add(new(null, place, $"{name}={(_reader.TokenType == JsonTokenType.String ? JsonText.Of(_reader) : NumberOf(_reader))}"));
            _faulty = start;
        }

        return values;
    }

    private List<ObjectPlace> ReadObjects(SettingValue setting, string path)
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            throw Wrong(setting.Place, "expected a list of objects");
        }

        List<ObjectPlace> items = [];
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            string name = $"{setting.Key}[{items.Count}]";
            string place = Place(_reader, name);
            items.Add(_reader.TokenType == JsonTokenType.StartObject
                ? new(place, ReadProperties(name, ConfigurationPath.Combine(path, $"{items.Count}")))
                : throw Wrong(place, "expected an object"));
        }

        return items;
    }

    private Dictionary<string, ValuePlace> ReadProperties(string item, string path)
    {
        Dictionary<string, ValuePlace> properties = new(StringComparer.Ordinal);
        while (ReadMember())
        {
            int start = (int)_reader.TokenStartIndex;
            string place = Place(_reader, item);
            string name = ReadText(place);
            if (properties.ContainsKey(name))
            {
                throw new UserError(ExitCode.InvalidConfiguration, $"{place}: '{name}' is here twice; keep one");
            }

            _reader.Read();
            if (CounterProperty.Find(name) is CounterProperty property)
            {
                properties.Add(name, ReadValue(
                    ConfigurationPath.Combine(path, name), Place(_reader, $"{item}.{name}"), JsonFormsText.Of(property.Shape)));
                continue;
            }

            // Where there is no such property the name is what is wrong, and not the value.
            properties.Add(name, new(null, place));
            _reader.Skip();
            _faulty = start;
        }

        return properties;
    }

    /// <summary>Requires a value of one of the forms.</summary>
    private readonly ValuePlace ReadValue(string path, string place, JsonForms forms, string? expected = null)
    {
        JsonForms form = JsonFormsText.Of(_reader.TokenType);
        if (form == JsonForms.None || !forms.HasFlag(form))
        {
            throw Wrong(place, $"expected {expected ?? JsonFormsText.Describe(forms)}", isQuoting: forms == JsonForms.Text && form != JsonForms.None);
        }

        if (form == JsonForms.Text && _reader.ValueIsEscaped)
        {
            // Half of a surrogate pair can only be written as an escape.
            ReadText(place);
        }

        return new(path, place);
    }

    private readonly string ReadText(string place) => JsonText.Of(_reader)
        ?? throw new UserError(ExitCode.InvalidConfiguration, $"{place}: this is no text: half of a surrogate pair is escaped in it; write the character itself");

    private readonly UserError Wrong(string place, string expected, bool isQuoting = false) => new(
        ExitCode.InvalidConfiguration, $"{place}: {expected}, not {KindOf(_reader)}{(isQuoting ? "; put it into quotes" : "")}");

    private string Place(in Utf8JsonReader reader, string name)
    {
        (int line, int column) = _places.At((int)reader.TokenStartIndex);
        return $"{_file}({line},{column}): {name}";
    }

    private static string KindOf(in Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.Null => "null",
        JsonTokenType.String => JsonText.Of(reader) is "true" or "false" ? $"'{JsonText.Of(reader)}' in quotes" : $"'{JsonText.Of(reader)}'",
        _ => NumberOf(reader),
    };

    /// <summary>A number, <c>true</c> or <c>false</c> as it is written.</summary>
    private static string NumberOf(in Utf8JsonReader reader) => Encoding.ASCII.GetString(reader.ValueSpan);
}
