using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;
using Collector.Sources;
using Collector.Sources.Linux;

namespace Collector.Verification;

/// <summary>If the collector is a service here: is it set up to start, and from the right place?</summary>
internal static unsafe class ServiceProbe
{
    private const string Name = "service";
    private const string Expect = "starts with the host";
    private const string Unit = "collector";
    private const string NotInstalled = "it is not installed as a service; run by hand or by something else it needs none";

    public static CheckResult Run(SourceContext context) => OperatingSystem.IsWindows() ? AskManager() : AskUnits(context);

    /// <summary>A path with blanks that is not quoted may be taken for another program's.</summary>
    /// <returns>What is wrong with a command line; null if nothing is.</returns>
    public static string? FaultOfPath(string command)
    {
        int end = command.IndexOf(".exe", StringComparison.OrdinalIgnoreCase);
        return !command.StartsWith('"') && end >= 0 && command[..end].Contains(' ', StringComparison.Ordinal)
            ? $"its path has blanks and is not quoted: {command}"
            : null;
    }

    private static CheckResult AskUnits(SourceContext context)
    {
        ServiceUnit unit = new UnitFiles(context).Find(Unit);
        return unit.StartType switch
        {
            null => Diagnosis.Skipped(Name, Expect, NotInstalled),
            ServiceUnit.Automatic => Diagnosis.Passed(Name, Expect, $"{unit.Name} is enabled"),
            ServiceUnit.Masked => Diagnosis.Failed(Name, Expect, $"{unit.Name} is masked", $"systemctl unmask {unit.Name}"),
            _ => Diagnosis.Failed(Name, Expect, $"{unit.Name} is not enabled", $"systemctl enable --now {unit.Name}"),
        };
    }

    [SupportedOSPlatform("windows")]
    private static CheckResult AskManager()
    {
        nint manager = Advapi32.OpenSCManagerW(null, null, Advapi32.SC_MANAGER_CONNECT);
        nint service = 0;
        fixed (char* unit = Unit)
        {
            service = manager == 0 ? 0 : Advapi32.OpenServiceW(manager, unit, Advapi32.SERVICE_QUERY_CONFIG);
        }

        int error = Marshal.GetLastPInvokeError();
        CheckResult result = service != 0 ? Judge(service)
            : manager != 0 && error == Advapi32.ERROR_SERVICE_DOES_NOT_EXIST ? Diagnosis.Skipped(Name, Expect, NotInstalled)
            : Diagnosis.Warned(Name, Expect, $"the service manager does not tell: {SystemError.Describe(error)}");
        _ = service == 0 ? 0 : Advapi32.CloseServiceHandle(service);
        _ = manager == 0 ? 0 : Advapi32.CloseServiceHandle(manager);
        return result;
    }

    [SupportedOSPlatform("windows")]
    private static CheckResult Judge(nint service)
    {
        byte* buffer = stackalloc byte[Advapi32.LargestServiceConfig];
        uint needed;
        if (Advapi32.QueryServiceConfigW(service, buffer, Advapi32.LargestServiceConfig, &needed) == 0)
        {
            return Diagnosis.Warned(Name, Expect, $"the service manager does not tell: {SystemError.Describe(Marshal.GetLastPInvokeError())}");
        }

        Advapi32.QUERY_SERVICE_CONFIGW* config = (Advapi32.QUERY_SERVICE_CONFIGW*)buffer;
        string command = new(config->lpBinaryPathName);
        return FaultOfPath(command) is string fault
                ? Diagnosis.Failed(Name, Expect, fault, $"sc.exe config {Unit} binPath= with quotes around the path")
            : config->dwStartType != ServiceUnit.Automatic
                ? Diagnosis.Failed(Name, Expect, "it does not start by itself", $"sc.exe config {Unit} start= delayed-auto")
            : Diagnosis.Passed(Name, Expect, command);
    }
}
