namespace Collector.Configuration;

/// <summary>What a setting looks like in the file, and what its values are made of.</summary>
internal enum SettingShape
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A span of time: a text such as <c>10s</c>, or a number of seconds.</summary>
    Time,

    /// <summary>A number of bytes: a text such as <c>64MiB</c>, or a number.</summary>
    Size,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A number, with or without a fraction.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A text, or a list of texts.</summary>
    Texts,

    /// <summary>An object of texts, or a list of texts such as <c>key=value</c>.</summary>
    Tags,

    /// <summary>A list of objects.</summary>
    Counters,
}
