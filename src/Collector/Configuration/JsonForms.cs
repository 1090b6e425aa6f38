namespace Collector.Configuration;

/// <summary>The forms of JSON that a single value of the file may have.</summary>
[Flags]
internal enum JsonForms
{
    None = 0,
    Text = 1,
    Number = 2,
    Flag = 4,
}
