namespace Collector.Configuration;

/// <summary>Where the settings of a configuration file are.</summary>
/// <param name="Settings">In the order of the file, faulty ones among them.</param>
/// <param name="Sound">The text without the faulty ones, an object in UTF-8; empty if the file is no object.</param>
internal sealed record ConfigurationOutline(IReadOnlyList<SettingOutline> Settings, ReadOnlyMemory<byte> Sound);
