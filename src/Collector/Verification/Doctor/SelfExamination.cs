using Collector.Commands;
using Collector.Configuration;
using Collector.Metrics;

namespace Collector.Verification;

/// <summary>Is everything here fit to measure and to deliver? It looks, and changes nothing.</summary>
internal static class SelfExamination
{
    public static IReadOnlyList<CheckResult> Run(Settings settings)
    {
        HostReading reading = HostReading.Open(settings, isLasting: false);
        reading.Read();
        GroupReader? clock = reading.Readers.FirstOrDefault(static reader => reader.Group == ClockGroup.Definition);
        return
        [
            Diagnosis.Passed("configuration", "valid"),
            HostNameProbe.Run(settings.HostName),
            ClockProbe.Run(DateTimeOffset.UtcNow, clock),
            .. SourceProbe.Run(reading.Readers),
            SpoolProbe.Run(settings),
            .. DestinationProbe.Run(settings),
            ServiceProbe.Run(reading.Context),
        ];
    }
}
