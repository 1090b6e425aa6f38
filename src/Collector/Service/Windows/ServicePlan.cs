using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Service.Windows;

/// <summary>What a change of a service would come to: everything is only looked at, which takes no rights.</summary>
[SupportedOSPlatform("windows")]
internal static class ServicePlan
{
    private const uint Asking = Advapi32.SERVICE_QUERY_CONFIG | Advapi32.SERVICE_QUERY_STATUS;

    /// <exception cref="UserError">It could not be installed.</exception>
    public static ServiceOutcome OfInstall(ServiceDefinition definition)
    {
        string name = definition.Name;
        string what = $"install the service '{name}'";
        using ServiceDatabase services = ServiceDatabase.Open(what);
        using ServiceHandle? service = services.Find(name, Asking);
        if (service is null)
        {
            return new(true, ServiceState.NotInstalled, $"would {what}");
        }

        ServiceRegistration before = ServiceRegistration.Read(service, name);
        before.RequireOurs(name, what);
        List<string> changes =
        [
            .. ServiceRegistration.Of(definition).Differences(before),
            .. new ServiceTraits(service.Value, name).Differences(),
        ];
        if (!EventLogSource.IsRegistered(definition.Executable))
        {
            changes.Add("the event log's source");
        }

        if (!definition.WritableFolders.All(folder => FolderAccess.IsGranted(folder, name)))
        {
            changes.Add("access to its folder");
        }

        string text = changes.Count > 0 ? $"would update the service '{name}': {string.Join(", ", changes)}" : ServiceTexts.Unchanged(name);
        return new(changes.Count > 0, ServiceActivity.Read(service, name).State, text);
    }

    /// <exception cref="UserError">It could not be removed.</exception>
    public static ServiceOutcome OfUninstall(string name)
    {
        string what = $"remove the service '{name}'";
        using ServiceDatabase services = ServiceDatabase.Open(what);
        using ServiceHandle? service = services.Find(name, Asking);
        if (service is null)
        {
            return new(false, ServiceState.NotInstalled, ServiceTexts.NothingToRemove(name));
        }

        ServiceRegistration.Read(service, name).RequireOurs(name, what);
        return new(true, ServiceActivity.Read(service, name).State, $"would {what}");
    }
}
