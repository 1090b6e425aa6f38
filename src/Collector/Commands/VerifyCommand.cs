using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Collector.Configuration;
using Collector.Metrics;
using Collector.Verification;

namespace Collector.Commands;

/// <summary><c>collector verify</c>: a host is fit, or the exit code says that it is not.</summary>
internal static class VerifyCommand
{
    private const string SchemaResource = "checks.schema.json";

    public static Command Create()
    {
        Command command = new("verify", "Check this host against expectations; the exit code tells whether they are met.");
        VerifyOptions options = new VerifyOptions().AddTo(command);
        CommonOptions common = new CommonOptions().AddTo(command, SettingKey.To, SettingKey.Spool, SettingKey.Host, SettingKey.Root);
        command.SetAction(result => options.WantsSchema(result) ? PrintSchema() : Run(options.Read(result), () => common.Read(result)));
        return command;
    }

    /// <param name="verify">What to verify.</param>
    /// <param name="read">Reads the settings; where they are wrong and the collector itself is looked at, that is a finding.</param>
    public static int Run(VerifySettings verify, Func<Settings> read)
    {
        Stopwatch watch = Stopwatch.StartNew();
        CheckResult? invalid = null;
        Settings settings;
        try
        {
            settings = read();
        }
        catch (UserError error) when (verify.IsSelf && error.ExitCode == ExitCode.InvalidConfiguration)
        {
            invalid = Diagnosis.Failed("configuration", "valid", error.Message);
            settings = new();
        }

        Platform platform = HostReading.PlatformOf(HostReading.ContextOf(settings));
        MetricGroup[] groups = [.. settings.Groups.Where(static group => group != SelfGroup.Definition)];
        List<Check> checks = CheckList.Combine([[.. verify.Expectations.Select(Check.Typed)], .. verify.Files.Select(CheckFile.Read)]);
        if (checks.Count == 0 && !verify.IsSelf)
        {
            throw new UserError(ExitCode.InvalidConfiguration, $"there is no check in {string.Join(", ", verify.Files)}: nothing would be verified");
        }

        HostWatch host = new(settings, platform, CheckList.Bind(checks, new(groups, platform, settings.Targets), platform), verify.Over);

        WaitProgress progress = new();
        Patience patience = new(verify.Wait, verify.For, verify.Every) { Looked = progress.Show };
        IReadOnlyList<CheckResult> results = patience.Run(() =>
            [.. host.Examine(), .. invalid is not null ? [invalid] : verify.IsSelf ? SelfExamination.Run(settings) : []]);
        progress.End();

        Report report = new(settings.HostName, DateTimeOffset.UtcNow, watch.Elapsed, results);
        Write(report, verify);
        return verify.Format.ExitCodeOf(report, patience.HasRunOut ? ExitCode.NotInTime : report.IsFit ? ExitCode.Done : ExitCode.CheckFailed);
    }

    private static void Write(Report report, VerifySettings verify)
    {
        using Stream output = Console.OpenStandardOutput();
        output.Write(Encoding.UTF8.GetBytes(verify.Format.Render(report, Terminal.IsOutput)));
        output.Flush();
        foreach (ReportFile file in verify.Outputs)
        {
            file.Write(report);
        }
    }

    private static int PrintSchema()
    {
        using Stream schema = typeof(VerifyCommand).Assembly.GetManifestResourceStream(SchemaResource)!;
        using Stream output = Console.OpenStandardOutput();
        schema.CopyTo(output);
        return ExitCode.Done;
    }
}
