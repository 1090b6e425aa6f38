using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Collector.Configuration;
using Collector.Service;
using Collector.Service.Linux;
using Collector.Service.Windows;

namespace Collector.Commands;

/// <summary><c>collector service</c>: has the system run the collector, from its start on.</summary>
internal static class ServiceCommand
{
    public static Command Create()
    {
        ServiceOptions options = new();
        return new("service", "Have the system run the collector: install it as a service, start and stop it.")
        {
            Install(options),
            Uninstall(options),
            Verb(options, "start", "Start the service, and wait until it runs.", static (manager, name) => manager.Start(name)),
            Verb(options, "stop", "Stop the service, and wait until it has ended.", static (manager, name) => manager.Stop(name)),
            Status(options),
        };
    }

    private static Command Install(ServiceOptions options)
    {
        Command command = new("install", "Make the service, or bring one that is there up to date: this executable, with these settings.");
        options.AddDryRunTo(command).AddDefinitionTo(command);
        command.SetAction(result =>
        {
            ServiceDefinition definition = options.Read(result, out Settings settings);
            if (options.IsDryRun(result))
            {
                return PrintPlan(options, result, definition.Name, Manager().PlanInstall(definition));
            }

            ServiceOutcome outcome = Manager().Install(definition);
            IEnumerable<string> limits = OperatingSystem.IsWindows() ? AccountLimits.Of(definition, settings) : [];
            Print(options, result, definition.Name, outcome with { Notes = [.. outcome.Notes, .. limits] });
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Uninstall(ServiceOptions options)
    {
        Command command = new("uninstall", "Stop the service and remove it.");
        options.AddDryRunTo(command).AddTo(command);
        command.SetAction(result =>
        {
            string name = options.Name(result);
            if (options.IsDryRun(result))
            {
                return PrintPlan(options, result, name, Manager().PlanUninstall(name));
            }

            Print(options, result, name, Manager().Uninstall(name));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Verb(ServiceOptions options, string name, string description, Func<IServiceManager, string, ServiceOutcome> change)
    {
        Command command = new(name, description);
        options.AddTo(command);
        command.SetAction(result => Print(options, result, options.Name(result), change(Manager(), options.Name(result))));
        return command;
    }

    private static Command Status(ServiceOptions options)
    {
        Command command = new("status", "Say how the service is.");
        options.AddTo(command);
        command.SetAction(result =>
        {
            ServiceStatus status = Manager().Status(options.Name(result));
            Console.Out.Write(options.IsJson(result) ? ServiceReport.Json(status) : ServiceReport.Text(status));
            return status.State is ServiceState.Running or ServiceState.Reloading ? ExitCode.Done : ExitCode.CheckFailed;
        });
        return command;
    }

    private static void Print(ServiceOptions options, ParseResult result, string name, ServiceOutcome outcome) => Console.Out.Write(options.IsJson(result)
        ? ServiceReport.Json(result.CommandResult.Command.Name, name, outcome)
        : ServiceReport.Text(outcome));

    private static int PrintPlan(ServiceOptions options, ParseResult result, string name, ServiceOutcome plan)
    {
        Print(options, result, name, plan);
        return plan.HasChanged ? ExitCode.CheckFailed : ExitCode.Done;
    }

    [SuppressMessage("Performance", "CA1859:Use concrete types when possible", Justification = "Each system has its own.")]
    private static IServiceManager Manager() => OperatingSystem.IsWindows() ? new WindowsServiceManager() : new SystemdServiceManager();
}
