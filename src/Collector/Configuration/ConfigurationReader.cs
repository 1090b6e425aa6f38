using System.Text;
using System.Text.Json;

namespace Collector.Configuration;

/// <summary>Takes the text of a configuration file apart: settings with their lines and columns, and what is wrong with them.</summary>
internal ref struct ConfigurationReader
{
    private const string SchemaKey = "$schema";

    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly List<SettingValue> _settings = [];
    private readonly string _file;
    private PlaceCounter _places;
    private Utf8JsonReader _reader;

    private ConfigurationReader(string file, ReadOnlySpan<byte> text)
    {
        _file = file;
        _places = new(text);
        _reader = new(text, JsonText.Options);
    }

    /// <summary>The settings in the order of the file, faulty ones among them.</summary>
    /// <param name="file">What the file is called.</param>
    /// <param name="text">UTF-8.</param>
    public static IReadOnlyList<SettingValue> Read(string file, ReadOnlySpan<byte> text)
    {
        text = JsonText.WithoutMark(text);
        if (JsonText.InvalidAt(text) is int offset and >= 0)
        {
            return [Broken($"{JsonPosition.Of(file, text, offset)}: not valid JSON: it is not UTF-8; save it as that")];
        }

        ConfigurationReader reader = new(file, text);
        try
        {
            reader.ReadAll();
        }
        catch (JsonException error)
        {
            reader._settings.Add(Broken(JsonPosition.Of(file, text, error)));
        }

        return reader._settings;
    }

    /// <summary>Stands for the whole file.</summary>
    private static SettingValue Broken(string message) =>
        new("", [], SettingOrigin.File, "") { Fault = new(ExitCode.InvalidConfiguration, message) };

    private void ReadAll()
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            _settings.Add(Broken(
                $"{Place(_reader, "")}expected an object with settings, as in {{ \"interval\": \"10s\" }}, not {KindOf(_reader)}"));
            return;
        }

        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            string name = JsonText.Of(_reader) ?? "";
            string place = Place(_reader, name);
            int line = _places.Line;
            _reader.Read();

            // Whatever the value is, the next setting comes behind it.
            ConfigurationReader value = this;
            _reader.Skip();
            if (name != SchemaKey || value._reader.TokenType != JsonTokenType.String || JsonText.Of(value._reader) is null)
            {
                _settings.Add(value.ReadSetting(name, place, line));
            }
        }

        // What follows the end is not valid, and the parser says so.
        _reader.Read();
    }

    private SettingValue ReadSetting(string name, string namePlace, int line)
    {
        SettingValue setting = new(name.ToLowerInvariant(), [], SettingOrigin.File, namePlace) { Line = line };
        if (name == SchemaKey)
        {
            return setting with { Fault = Wrong(Place(_reader, name), "expected the address of a schema") };
        }

        if (SettingCatalog.Find(setting.Key) is not SettingDefinition definition)
        {
            string[] known = SettingCatalog.KeysOf(SettingCatalog.All);
            return setting with { Fault = setting.Wrong($"there is no such setting; {Nearest.Hint(setting.Key, known)}") };
        }

        if (!_lines.TryAdd(setting.Key, line))
        {
            return setting with { Fault = setting.Wrong($"it is here twice, in line {_lines[setting.Key]} too; keep one") };
        }

        setting = setting with { Place = Place(_reader, name) };
        try
        {
            return definition.Shape switch
            {
                SettingShape.Counters => setting with { Items = ReadObjects(setting) },
                SettingShape.Tags when _reader.TokenType == JsonTokenType.StartObject => WithValues(setting, ReadTags(setting)),
                SettingShape.Tags or SettingShape.Texts when _reader.TokenType == JsonTokenType.StartArray =>
                    WithValues(setting, ReadList(setting)),
                SettingShape.Tags => throw Wrong(setting.Place, "expected an object of texts"),
                SettingShape.Texts => WithValues(setting, [ReadValue(setting.Place, JsonForms.Text, "a text or a list of texts")]),
                _ => WithValues(setting, [ReadValue(setting.Place, JsonFormsText.Of(definition.Shape))]),
            };
        }
        catch (UserError fault)
        {
            return setting with { Fault = fault };
        }
    }

    private static SettingValue WithValues(SettingValue setting, List<PlacedText> values) => setting with
    {
        Values = values.ConvertAll(static value => value.Text),
        Places = values.ConvertAll(static value => value.Place),
    };

    private List<PlacedText> ReadList(SettingValue setting)
    {
        List<PlacedText> values = [];
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(ReadValue(Place(_reader, setting.Key), JsonForms.Text));
        }

        return values;
    }

    private List<PlacedText> ReadTags(SettingValue setting)
    {
        List<PlacedText> values = [];
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            string place = Place(_reader, setting.Key);
            string name = ReadText(place);
            _reader.Read();
            PlacedText value = ReadValue(Place(_reader, $"{setting.Key}.{name}"), JsonForms.Text | JsonForms.Number);
            values.Add(new($"{name}={value.Text}", place));
        }

        return values;
    }

    private List<SettingObject> ReadObjects(SettingValue setting)
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            throw Wrong(setting.Place, "expected a list of objects");
        }

        List<SettingObject> items = [];
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            string name = $"{setting.Key}[{items.Count}]";
            string place = Place(_reader, name);
            items.Add(_reader.TokenType == JsonTokenType.StartObject
                ? new(place, ReadProperties(name))
                : throw Wrong(place, "expected an object"));
        }

        return items;
    }

    private Dictionary<string, PlacedText> ReadProperties(string item)
    {
        Dictionary<string, PlacedText> properties = new(StringComparer.Ordinal);
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            string place = Place(_reader, item);
            string name = ReadText(place);
            if (properties.ContainsKey(name))
            {
                throw new UserError(ExitCode.InvalidConfiguration, $"{place}: '{name}' is here twice; keep one");
            }

            // Where there is no such property the name is what is wrong, and not the value.
            _reader.Read();
            CounterProperty? property = CounterProperty.Find(name);
            properties.Add(name, property is not null ? ReadValue(Place(_reader, $"{item}.{name}"), JsonFormsText.Of(property.Shape)) : new("", place));
            _reader.Skip();
        }

        return properties;
    }

    private PlacedText ReadValue(string place, JsonForms forms, string? expected = null)
    {
        JsonForms form = JsonFormsText.Of(_reader.TokenType);
        if (form == JsonForms.None || !forms.HasFlag(form))
        {
            throw Wrong(place, $"expected {expected ?? JsonFormsText.Describe(forms)}", isQuoting: forms == JsonForms.Text && form != JsonForms.None);
        }

        return new(form == JsonForms.Text ? ReadText(place) : Encoding.ASCII.GetString(_reader.ValueSpan), place);
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
        _ => Encoding.ASCII.GetString(reader.ValueSpan),
    };
}
