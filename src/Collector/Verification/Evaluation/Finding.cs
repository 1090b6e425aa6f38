namespace Collector.Verification;

/// <summary>What was found of one instance.</summary>
/// <param name="Path">What was looked at: <c>disk_usage[/var].free</c>.</param>
/// <param name="Verdict">What follows from it.</param>
/// <param name="Found">The value for people, or why there is none.</param>
/// <param name="Number">The value in bytes, seconds and so on; null if it is none or a text.</param>
internal sealed record Finding(string Path, Verdict Verdict, string Found, double? Number);
