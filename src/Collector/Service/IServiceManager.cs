namespace Collector.Service;

/// <summary>The system's own manager of services, as far as the collector needs it. Each change may be asked for again: then it changes nothing.</summary>
internal interface IServiceManager
{
    /// <summary>Makes the service, or makes one that is there the same as the definition. It is not started by this.</summary>
    /// <exception cref="UserError">It cannot be, for a lack of rights for example.</exception>
    ServiceOutcome Install(ServiceDefinition definition);

    /// <summary>What <see cref="Install"/> would come to. It changes nothing, and takes no rights.</summary>
    /// <exception cref="UserError">It could not be.</exception>
    ServiceOutcome PlanInstall(ServiceDefinition definition);

    /// <summary>Stops the service, if it runs, and takes away all that <see cref="Install"/> made.</summary>
    /// <exception cref="UserError">It cannot be.</exception>
    ServiceOutcome Uninstall(string name);

    /// <summary>What <see cref="Uninstall"/> would come to. It changes nothing, and takes no rights.</summary>
    /// <exception cref="UserError">It could not be.</exception>
    ServiceOutcome PlanUninstall(string name);

    /// <summary>Starts the service and waits until it runs.</summary>
    /// <exception cref="UserError">There is none, or it does not come up; the message says why.</exception>
    ServiceOutcome Start(string name);

    /// <summary>Stops the service and waits until it has ended. One that is not there does not run either.</summary>
    /// <exception cref="UserError">It does not end.</exception>
    ServiceOutcome Stop(string name);

    /// <summary>How the service is. It takes no rights.</summary>
    ServiceStatus Status(string name);
}
