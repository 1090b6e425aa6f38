using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Service.Windows;

/// <summary>The services that the manager knows.</summary>
/// <param name="manager">The open manager.</param>
/// <param name="what">What is to be done, for messages: <c>start the service 'collector'</c>.</param>
[SupportedOSPlatform("windows")]
internal sealed unsafe class ServiceDatabase(ServiceHandle manager, string what) : IDisposable
{
    private const int PollMilliseconds = 50;

    private static readonly TimeSpan s_longestRemoval = TimeSpan.FromSeconds(5);

    /// <exception cref="UserError">There is no permission to.</exception>
    public static ServiceDatabase Open(string what, uint access = Advapi32.SC_MANAGER_CONNECT)
    {
        ServiceHandle manager = new(Advapi32.OpenSCManagerW(null, null, access));
        return manager.IsInvalid ? throw ServiceFault.Of(what, Marshal.GetLastPInvokeError()) : new(manager, what);
    }

    /// <returns>The service; null if there is none of that name.</returns>
    /// <exception cref="UserError">There is no permission to.</exception>
    public ServiceHandle? Find(string name, uint access)
    {
        fixed (char* text = name)
        {
            ServiceHandle service = new(Advapi32.OpenServiceW(manager.Value, text, access));
            int error = service.IsInvalid ? Marshal.GetLastPInvokeError() : Advapi32.ERROR_SUCCESS;
            return error switch
            {
                Advapi32.ERROR_SUCCESS => service,
                Advapi32.ERROR_SERVICE_DOES_NOT_EXIST => null,
                _ => throw ServiceFault.Of(what, error),
            };
        }
    }

    /// <exception cref="UserError">It cannot be made.</exception>
    public ServiceHandle Create(string name, uint access, ServiceRegistration wanted)
    {
        ServiceHandle service = new(Advapi32.CreateServiceW(
            manager.Value, name, wanted.DisplayName, access, Advapi32.SERVICE_WIN32_OWN_PROCESS, wanted.StartType,
            Advapi32.SERVICE_ERROR_NORMAL, wanted.CommandLine, null, null, null, wanted.Account,
            ServiceRegistration.PasswordOf(wanted.Account)));
        return service.IsInvalid ? throw ServiceFault.Of(what, Marshal.GetLastPInvokeError()) : service;
    }

    /// <summary>Waits until the manager has forgotten a service that was deleted: it does once nobody has it open.</summary>
    /// <returns>Whether it has.</returns>
    public bool HasForgotten(string name)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (IsKnown(name))
        {
            if (watch.Elapsed > s_longestRemoval)
            {
                return false;
            }

            Thread.Sleep(PollMilliseconds);
        }

        return true;
    }

    public void Dispose() => manager.Dispose();

    private bool IsKnown(string name)
    {
        using ServiceHandle? service = Find(name, Advapi32.SERVICE_QUERY_STATUS);
        return service is not null;
    }
}
