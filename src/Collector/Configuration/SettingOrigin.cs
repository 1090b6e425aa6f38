namespace Collector.Configuration;

/// <summary>Where a setting was made, from weak to strong.</summary>
internal enum SettingOrigin
{
    File,
    Environment,
    Flag,
}
