namespace Collector.Service;

/// <summary>Stands for a person, who reads standard error.</summary>
internal sealed class NoSupervisor : ISupervisor
{
    public long NextBeat => long.MaxValue;

    public void Ready()
    {
    }

    public void Reloading()
    {
    }

    public void Stopping(TimeSpan atMost)
    {
    }

    public void Dispose()
    {
    }

    public void Beat(long now, in RunStatus status)
    {
    }
}
