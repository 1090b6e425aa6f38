namespace Collector.Verification;

/// <summary>A value that was found, or why there is none.</summary>
internal readonly record struct Found
{
    /// <summary><see cref="Verdict.Met"/> if there is a value.</summary>
    public Verdict State { get; private init; }

    /// <summary>In bytes, seconds and so on; of no meaning for texts.</summary>
    public double Number { get; private init; }

    public string Text { get; private init; }

    /// <summary>The value for people, where its unit does not say enough; else why there is none.</summary>
    public string? Words { get; init; }

    public bool IsPresent => State == Verdict.Met;

    public static Found Of(double number, string? words = null) => double.IsFinite(number)
        ? new() { Number = number, Text = "", Words = words }
        : Missing("cannot be computed: it is a division by 0");

    public static Found Of(string text) => new() { Text = text, Words = $"\"{text}\"" };

    public static Found Missing(string reason) => new() { State = Verdict.Missing, Text = "", Words = reason };

    public static Found Unknown(string reason) => new() { State = Verdict.Unknown, Text = "", Words = reason };
}
