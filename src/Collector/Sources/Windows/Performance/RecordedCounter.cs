using Collector.Sources.Recordings;

namespace Collector.Sources.Windows.Performance;

/// <summary>The raw numbers of one counter of one instance, as a recording keeps them.</summary>
internal struct RecordedCounter
{
    private uint _type;
    private ulong _value;
    private ulong _second;
    private ulong _multi;
    private ulong _frequency;

    public RecordedCounter(in RawCounter raw) =>
        (_type, _value, _second, _multi, _frequency) = (raw.Type, raw.Value, raw.Second, raw.Multi, raw.Frequency);

    public readonly RawCounter Raw => new(_type, _value, _second, _multi, _frequency);

    public static void PassFields(FieldPass fields, ref RecordedCounter row)
    {
        fields.Pass("Type"u8, ref row._type);
        fields.Pass("Value"u8, ref row._value);
        fields.Pass("Second"u8, ref row._second);
        fields.Pass("Multi"u8, ref row._multi);
        fields.Pass("Frequency"u8, ref row._frequency);
    }
}
