using Collector.Configuration;
using Collector.Delivery;

namespace Collector.Verification;

/// <summary>Is each receiver found, does it answer, does it read?</summary>
internal static class DestinationProbe
{
    public static IEnumerable<CheckResult> Run(Settings settings)
    {
        foreach (DestinationOptions options in settings.Destinations)
        {
            if (options.Scheme is DestinationScheme.Stdout)
            {
                continue;
            }

            if (options.Scheme is DestinationScheme.File)
            {
                yield return Diagnosis.Of($"destination {options.Label}", "can be written to", FolderAccess.FaultOfFile(options.Path));
                continue;
            }

            foreach (Receiver receiver in options.Receivers)
            {
                yield return Ask(options.For(receiver));
            }
        }
    }

    private static CheckResult Ask(DestinationOptions options)
    {
        ReceiverProbe probe = new(options);
        probe.Run();
        string name = $"destination {options.Label}";
        if (options.MaxPacket > 0)
        {
            return Diagnosis.Of(name, "is not refused", probe.Fault, "datagrams are not refused; whether they are read nobody can tell");
        }

        if (probe.Fault is not null)
        {
            return Diagnosis.Of(name, "answers and reads", probe.Fault, null,
                "start the receiver, or correct the destination; firewalls on the way have to let the port through");
        }

        return probe.HasAnswered || !options.AcknowledgedByClose
            ? Diagnosis.Passed(name, "answers and reads", probe.HasAnswered ? $"read to our end within {probe.Took} ms" : "answers; ack=none asks no more")
            : Diagnosis.Warned(name, "answers and reads", "accepts connections, but does not close its side after ours",
                "it hangs, or it is a proxy that never does; in that case say so with ack=none in the URI");
    }
}
