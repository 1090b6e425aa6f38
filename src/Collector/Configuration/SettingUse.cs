namespace Collector.Configuration;

/// <summary>What a setting is for, which says where it may be made.</summary>
internal enum SettingUse
{
    /// <summary>What is measured, how often, and what it is called.</summary>
    Reading,

    /// <summary>When lines leave, and how they wait for their receivers.</summary>
    Delivery,

    /// <summary>What is told of a run, and where.</summary>
    Logging,

    /// <summary>What one host has: lists that belong into its file, and can be made nowhere else.</summary>
    FileOnly,
}
