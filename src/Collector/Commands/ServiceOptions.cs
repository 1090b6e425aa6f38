using System.Collections;
using System.CommandLine;
using Collector.Configuration;
using Collector.Delivery;
using Collector.Service;
using Collector.Service.Linux;

namespace Collector.Commands;

/// <summary>What the verbs of <c>collector service</c> can be told on the command line.</summary>
internal sealed class ServiceOptions
{
    public const string DefaultName = "collector";

    private readonly CommonOptions _common = new();

    private readonly Option<string> _name = new("--name")
    {
        Description = "What the service is called. Give several collectors on one host different names.",
        HelpName = "name",
        DefaultValueFactory = static _ => DefaultName,
    };

    private readonly Option<string?> _account = new("--account")
    {
        Description = @"As whom the service runs. Default: one with few rights: NT AUTHORITY\LocalService on Windows.",
        HelpName = "account",
    };

    private readonly Option<string?> _root = new("--root")
    {
        Description = "Install into the image of another Linux system, in that folder: write the files, and start nothing. Paths are those "
            + "in the image.",
        HelpName = "folder",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print one object of JSON instead of a line for people." };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Change nothing, but say what would be changed, and exit with 1 if anything would, with 0 if nothing would.",
    };

    /// <summary>The settings that a service can be given: it measures its own host.</summary>
    public static string[] Settings => [.. SettingKey.Anywhere.Where(static key => key != SettingKey.Root)];

    /// <summary>Gives a verb what all verbs have.</summary>
    public ServiceOptions AddTo(Command command)
    {
        command.Add(_name);
        command.Add(_json);
        return this;
    }

    /// <summary>Gives a verb what only asks what it would do.</summary>
    public ServiceOptions AddDryRunTo(Command command)
    {
        command.Add(_dryRun);
        return this;
    }

    /// <summary>Gives a verb what says how the service is to be.</summary>
    public ServiceOptions AddDefinitionTo(Command command)
    {
        AddTo(command);
        command.Add(_account);
        command.Add(_root);
        _common.AddTo(command, Settings);
        return this;
    }

    public bool IsJson(ParseResult result) => result.GetValue(_json);

    public bool IsDryRun(ParseResult result) => result.GetValue(_dryRun);

    /// <exception cref="UserError">It is no name.</exception>
    public string Name(ParseResult result)
    {
        string name = result.GetValue(_name)!;
        if (!OperatingSystem.IsWindows())
        {
            return SystemdUnit.IsName(name) ? name : throw new UserError(
                ExitCode.WrongCommandLine, $"--name: '{name}' is no name of a service; it has letters, digits and - _ . : only, such as collector");
        }

        return string.IsNullOrWhiteSpace(name) || name.AsSpan().ContainsAny('/', '\\') || name.Any(char.IsControl)
            ? throw new UserError(ExitCode.WrongCommandLine, $"--name: '{name}' is no name of a service; it is a word without slashes, such as collector")
            : name;
    }

    /// <summary>How the service is to be.</summary>
    /// <param name="result">What was typed.</param>
    /// <param name="settings">The settings that it will run with, as far as they are known now.</param>
    /// <exception cref="UserError">It could not run like that.</exception>
    public ServiceDefinition Read(ParseResult result, out Settings settings)
    {
        SettingValue[] typed = [.. _common.Flags(result)];
        string? configuration = _common.ConfigurationPath(result) is string file ? Path.GetFullPath(file) : null;
        ServiceImage? image = result.GetValue(_root) is string root ? ServiceImage.Open(root) : null;

        // The environment of whoever installs it is not the service's.
        settings = SettingsReader.Read(image is null ? configuration : image.FileOf(configuration), new Hashtable(), typed);
        if (image is null || configuration is null)
        {
            RequireDestination(settings);
        }

        RequireWholePaths(settings);
        string name = Name(result);
        List<string> arguments = [.. ServiceArguments.Of(configuration, typed)];
        if (!OperatingSystem.IsWindows() && settings.Spool is null && configuration is null)
        {
            // systemd makes the folder; whoever writes a file decides there.
            settings = settings with { Spool = $"{SystemdUnit.StateFolder}/{name}" };
            arguments.AddRange(SettingCatalog.Find(SettingKey.Spool)!.Option, settings.Spool);
        }

        string? account = result.GetValue(_account);
        if (account is { Length: 0 })
        {
            throw new UserError(ExitCode.WrongCommandLine, "--account: names no account; leave it out for one with few rights");
        }

        return new(name, image?.Executable ?? Environment.ProcessPath!, arguments)
        {
            Account = account,
            Configuration = configuration,
            WritableFolders = [.. new[] { settings.Spool, Path.GetDirectoryName(settings.LogFile) }.OfType<string>().Distinct()],
            Root = image?.Root,
        };
    }

    /// <summary>A service has no terminal to print to, and another working folder.</summary>
    private static void RequireDestination(Settings settings)
    {
        if (settings.Destinations.All(static to => to.Scheme == DestinationScheme.Stdout))
        {
            throw new UserError(
                ExitCode.WrongCommandLine,
                "a service has no standard output to print to; say where to send, as in --to graphite://carbon:2003, or in a file: --config FILE");
        }
    }

    private static void RequireWholePaths(Settings settings)
    {
        foreach (DestinationOptions to in settings.Destinations)
        {
            string? relative = new[] { to.Tls.Authority, to.Tls.Certificate, to.Tls.Key }
                .FirstOrDefault(static file => file is not null && !Path.IsPathFullyQualified(file));
            if (relative is not null)
            {
                throw new UserError(
                    ExitCode.WrongCommandLine, $"{to.Label}: '{relative}' is relative, and a service runs in another folder; write the whole path");
            }
        }
    }
}
