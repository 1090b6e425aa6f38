namespace Collector.Metrics;

/// <summary>What a declaration says of a source.</summary>
/// <param name="platform">Whose source it is; null for every platform's.</param>
/// <param name="kind">How it holds its values.</param>
/// <param name="subject">The file, the struct, or the object of performance counters.</param>
/// <param name="lines">The pattern of the lines that are rows, or the word before names and values; null if all lines are meant.</param>
internal sealed class SourceInfo(Platform? platform, SourceKind kind, string subject, string? lines)
{
    private readonly List<Origin> _origins = [];

    public SourceKind Kind => kind;

    public string Subject => subject;

    public string? Lines => lines;

    public bool IsFile => kind is not (SourceKind.Native or SourceKind.Counters);

    public bool IsFor(Platform other) => platform is null || platform == other;

    public void Add(Origin origin) => _origins.Add(origin);

    public Origin? OriginOf(MetricInfo metric) => _origins.Find(origin => origin.Metric == metric.Name);

    /// <summary>A metric's place and conversion, in a few words.</summary>
    public string Describe(Origin origin) => kind == SourceKind.Counters
        ? $@"{subject}\{origin.Place}{origin.Conversion}"
        : $"{subject}: {lines}{(lines is null ? "" : kind == SourceKind.Header ? " " : ", ")}{PlaceOf(origin)}{origin.Conversion}";

    private string PlaceOf(Origin origin) => kind switch
    {
        SourceKind.Columns or SourceKind.InstanceFile => $"column {origin.Place}",

        // What is done to the sum is not done to its last part only.
        SourceKind.Native when origin.Place.Contains(' ') && origin.Conversion.StartsWith(' ') => $"({origin.Place})",
        _ => origin.Place,
    };
}
