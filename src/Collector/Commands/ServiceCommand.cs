using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Collector.Configuration;
using Collector.Service;
using Collector.Service.Windows;

namespace Collector.Commands;

/// <summary><c>collector service</c>: has the system run the collector, from its start on.</summary>
internal static class ServiceCommand
{
    private static readonly ServiceOptions s_options = new();

    public static Command Create() => new("service", "Have the system run the collector: install it as a service, start and stop it.")
    {
        Install(),
        Verb("uninstall", "Stop the service and remove it.", static (manager, name) => manager.Uninstall(name)),
        Verb("start", "Start the service, and wait until it runs.", static (manager, name) => manager.Start(name)),
        Verb("stop", "Stop the service, and wait until it has ended.", static (manager, name) => manager.Stop(name)),
        Status(),
    };

    private static Command Install()
    {
        Command command = new("install", "Make the service, or bring one that is there up to date: this executable, with these settings.");
        s_options.AddDefinitionTo(command);
        command.SetAction(static result =>
        {
            ServiceDefinition definition = s_options.Read(result, out Settings settings);
            ServiceOutcome outcome = Manager().Install(definition);
            IEnumerable<string> limits = OperatingSystem.IsWindows() ? AccountLimits.Of(definition, settings) : [];
            Print(result, definition.Name, outcome with { Notes = [.. outcome.Notes, .. limits] });
        });
        return command;
    }

    private static Command Verb(string name, string description, Func<IServiceManager, string, ServiceOutcome> change)
    {
        Command command = new(name, description);
        s_options.AddTo(command);
        command.SetAction(result => Print(result, s_options.Name(result), change(Manager(), s_options.Name(result))));
        return command;
    }

    private static Command Status()
    {
        Command command = new("status", "Say how the service is.");
        s_options.AddTo(command);
        command.SetAction(static result =>
        {
            ServiceStatus status = Manager().Status(s_options.Name(result));
            Console.Out.Write(s_options.IsJson(result) ? ServiceReport.Json(status) : ServiceReport.Text(status));
            return status.State is ServiceState.Running or ServiceState.Reloading ? ExitCode.Done : ExitCode.CheckFailed;
        });
        return command;
    }

    private static void Print(ParseResult result, string name, ServiceOutcome outcome) => Console.Out.Write(s_options.IsJson(result)
        ? ServiceReport.Json(result.CommandResult.Command.Name, name, outcome)
        : ServiceReport.Text(outcome));

    [SuppressMessage("Performance", "CA1859:Use concrete types when possible", Justification = "Each system has its own.")]
    private static IServiceManager Manager() => OperatingSystem.IsWindows()
        ? new WindowsServiceManager()
        : throw new UserError(ExitCode.Unreachable, "this system has no service manager that the collector knows");
}
