namespace Collector;

/// <summary>What the process tells its caller; the values are those of BSD's sysexits.h where it has one.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int CheckFailed = 1;
    public const int NotInTime = 3;
    public const int WrongCommandLine = 64;
    public const int Unreachable = 69;
    public const int InputOutput = 74;
    public const int NoPermission = 77;
    public const int InvalidConfiguration = 78;
}
