using Collector.Delivery;

namespace Collector.Configuration;

/// <summary>Reads the setting that says where lines go.</summary>
internal static class DestinationSetting
{
    /// <summary>A regular expression for the beginnings of destinations.</summary>
    public static string Pattern =>
        $"^(({string.Join('|', DestinationUri.NetworkSchemes.Select(static scheme => scheme.Replace("+", @"\+", StringComparison.Ordinal)))})://|stdout:|file:///)";

    /// <exception cref="UserError">One is no destination.</exception>
    public static DestinationOptions[] Parse(SettingValue setting)
    {
        if (setting.Values.All(static text => text.Length == 0))
        {
            setting.Reject("names no destination; leave it out for standard output");
        }

        return [.. setting.Each().Select(ParseOne)];
    }

    private static DestinationOptions ParseOne(SettingValue setting)
    {
        string text = setting.Single();
        if (!DestinationUri.TryParse(text, out DestinationOptions? options, out string? error))
        {
            setting.Reject(error);
        }

        if (TlsFault(options) is string fault)
        {
            setting.Reject($"'{text}': {fault}");
        }

        return options;
    }

    /// <summary>Files that are renewed are read again for each connection; what is wrong with them now is better told now.</summary>
    private static string? TlsFault(DestinationOptions options) => options.Scheme == DestinationScheme.GraphiteTls
        ? TlsLibrary.Fault ?? TlsIdentity.Load(options.Tls, out _)
        : null;
}
