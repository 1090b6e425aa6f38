namespace Collector.Commands;

/// <summary>Whether somebody looks on, through something that knows colours.</summary>
internal static class Terminal
{
    private const int UsualWidth = 80;

    /// <summary>Whether standard output may have colours.</summary>
    public static bool IsOutput => !Console.IsOutputRedirected && IsAble;

    /// <summary>Whether a line on standard error can be written over.</summary>
    public static bool IsError => !Console.IsErrorRedirected && IsAble;

    public static int Width
    {
        get
        {
            try
            {
                return Console.WindowWidth > 0 ? Console.WindowWidth : UsualWidth;
            }
            catch (IOException)
            {
                return UsualWidth;
            }
        }
    }

    /// <summary>Windows' own old console needs to be asked to understand escapes; newer ones say that they do.</summary>
    private static bool IsAble => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && (OperatingSystem.IsWindows()
        ? Environment.GetEnvironmentVariable("WT_SESSION") is not null || Environment.GetEnvironmentVariable("TERM") is not null
        : Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb"));
}
