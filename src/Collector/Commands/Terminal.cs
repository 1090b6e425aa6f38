using Collector.Interop;

namespace Collector.Commands;

/// <summary>Whether somebody looks on, through something that knows colours.</summary>
internal static class Terminal
{
    private const int UsualWidth = 80;
    private const int StandardErrorHandle = 2;

    /// <summary>Whether standard output may have colours.</summary>
    public static bool IsOutput => !Console.IsOutputRedirected && IsAble;

    /// <summary>Whether a line on standard error can be written over.</summary>
    public static bool IsError => !Console.IsErrorRedirected && IsAble;

    /// <summary>The columns that standard error has. Console would first write to the terminal to set its keypad up.</summary>
    public static unsafe int Width
    {
        get
        {
            Libc.WINSIZE size;
            return !OperatingSystem.IsWindows() && Libc.ioctl(StandardErrorHandle, Libc.TIOCGWINSZ, &size) == 0 && size.ws_col > 0
                ? size.ws_col
                : UsualWidth;
        }
    }

    /// <summary>Windows' own old console needs to be asked to understand escapes; newer ones say that they do.</summary>
    private static bool IsAble => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && (OperatingSystem.IsWindows()
        ? Environment.GetEnvironmentVariable("WT_SESSION") is not null || Environment.GetEnvironmentVariable("TERM") is not null
        : Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb"));
}
