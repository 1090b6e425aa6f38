using System.Globalization;
using Collector.Interop;
using Collector.Sources;

namespace Collector.Service.Windows;

/// <summary>What the service manager's refusals mean to people.</summary>
internal static class ServiceFault
{
    private const int InvalidName = 123;

    /// <summary>What to tell whoever asked for something that failed.</summary>
    /// <param name="what">What was to be done: <c>install the service 'collector'</c>.</param>
    /// <param name="code">The system's code.</param>
    public static UserError Of(string what, int code) => code switch
    {
        _ when SystemError.IsDenied(code) => new(
            ExitCode.NoPermission,
            $"cannot {what}: that takes administrator rights; open the prompt with 'Run as administrator', or have a task or "
                + "service do it that runs as SYSTEM"),
        Advapi32.ERROR_SERVICE_DOES_NOT_EXIST => new(
            ExitCode.Unreachable, $"cannot {what}: there is no such service; make it with: collector service install"),
        Advapi32.ERROR_SERVICE_MARKED_FOR_DELETE => new(
            ExitCode.Unreachable,
            $"cannot {what}: it was removed, and goes away once nobody looks at it any more; close Services and Task Manager, "
                + "or start Windows again"),
        Advapi32.ERROR_INVALID_SERVICE_ACCOUNT => new(
            ExitCode.WrongCommandLine,
            $"cannot {what}: there is no account of that name, or it needs a password; give a group managed account (DOMAIN\\name$), "
                + "NT AUTHORITY\\NetworkService or LocalSystem"),
        Advapi32.ERROR_SERVICE_LOGON_FAILED => new(
            ExitCode.Unreachable,
            $"cannot {what}: its account cannot log on; it needs the right to log on as a service, or a password: sc config … password="),
        Advapi32.ERROR_SERVICE_DISABLED => new(
            ExitCode.Unreachable, $"cannot {what}: it is disabled; 'collector service install' with its settings mends that"),
        InvalidName => new(
            ExitCode.WrongCommandLine, $"cannot {what}: a service's name has 1 to 256 characters, none of them a slash or a backslash"),
        _ => new(ExitCode.Unreachable, $"cannot {what}: {SystemError.Describe(code)}"),
    };
    /// <summary>What to tell whoever wanted to start a service that does not even begin.</summary>
    public static UserError OfStart(string what, int code, string commandLine) =>
        code == SystemError.NoSuchFile
            ? new(ExitCode.Unreachable, $"cannot {what}: its executable is gone; its command line is {commandLine}")
        : SystemError.IsDenied(code) && Environment.IsPrivilegedProcess
            ? new(
                ExitCode.NoPermission,
                $"cannot {what}: its account may not read the executable; put that below Program Files and install it from there ({commandLine})")
        : Of(what, code);

    /// <summary>What to tell whoever wanted to start a service that began and does not run.</summary>
    public static UserError OfEnd(string what, ServiceActivity activity, TimeSpan waited)
    {
        if (activity.State == ServiceState.Starting)
        {
            return new(ExitCode.NotInTime, string.Create(
                CultureInfo.InvariantCulture, $"cannot {what}: it is not ready after {waited.TotalSeconds:0} s; {ServiceTexts.LogHint}"));
        }

        int exitCode = activity.SystemCode == Advapi32.ERROR_SERVICE_SPECIFIC_ERROR ? (int)activity.OwnCode : ExitCode.Unreachable;
        return new(exitCode, $"cannot {what}: {ServiceTexts.Reason(activity)}; {ServiceTexts.LogHint}");
    }
}
