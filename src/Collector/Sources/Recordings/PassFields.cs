namespace Collector.Sources.Recordings;

/// <summary>Hands each field of a native row to a pass.</summary>
internal delegate void PassFields<TRow>(FieldPass fields, ref TRow row)
    where TRow : unmanaged;
