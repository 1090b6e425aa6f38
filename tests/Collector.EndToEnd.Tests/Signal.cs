namespace Collector.EndToEnd.Tests;

/// <summary>Unix signals by their numbers on Linux.</summary>
public enum Signal
{
    HangUp = 1,
    Interrupt = 2,
    Kill = 9,
    User1 = 10,
    Terminate = 15,
    Continue = 18,
    Stop = 19,
}
