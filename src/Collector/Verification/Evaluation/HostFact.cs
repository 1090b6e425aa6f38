namespace Collector.Verification;

/// <summary>What a host is, apart from what is measured.</summary>
internal enum HostFact
{
    Name,
    Os,
    Version,
    Architecture,
    Cpus,
    Kernel,
    Distribution,
}
