using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Collector.Configuration;
using Collector.Reports;
using Collector.Verification;

namespace Collector.Commands;

/// <summary>The usual help, and what is best shown rather than described.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    /// <summary>Whoever asks how to call a command has not called it wrongly.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.MaxWidth = 100;
        int exitCode = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.Write(Examples(parseResult.CommandResult.Command.Name));
        return exitCode;
    }

    private const string Braces = """
        { "checks": [ { "name": "memory", "expect": "memory.total >= 16GiB", "severity": "fail", "why": "builds need it",
                          "platform": "linux" }, "cpu.count >= 4" ] }
        """;

    /// <summary>Each key that there is.</summary>
    private static string Keys
    {
        get
        {
            string[] anywhere = SettingKey.Anywhere;
            string[] lists = SettingCatalog.KeysOf(SettingCatalog.InFileOnly.Where(static setting => setting.Shape == SettingShape.Texts));
            string text = $"The keys are {string.Join(", ", anywhere[..^1])} and {anywhere[^1]}; in the file also "
                + $"{string.Join(", ", lists[..^1])} and {lists[^1]}: lists of what to look at, and {SettingKey.Counters} of your own:";
            return string.Join('\n', TextWrap.Lines(text, 100));
        }
    }

    /// <summary>What is shown below a command's help; empty for the program itself.</summary>
    public static string Examples(string command) => command switch
    {
        "run" => """
            Examples:
              collector run                                    Graphite lines on standard output, every 10 s
              collector run --to graphite://carbon:2003        to carbon, over TCP
              collector run --to statsd://127.0.0.1 -i 1s      to a StatsD server on this host, every second
              collector run --to 'graphite://carbon:2003?names=metcollect' --to file:///var/tmp/metrics.txt
                                                               old names to carbon, and native ones into a file

              collector run -g '-load,-cpu.guest*,+disk_io[loop*]' --to graphite://carbon:2003
                                                               all but load and two CPU times, loop devices too
              collector run --first-seen-rate 20 --to graphite://carbon:2003
                                                               20 new series a minute, to spare a carbon
              collector run --to graphite://carbon1:2003,carbon2:2003
                                                               the second while the first is down (policy=any|hash)

            What to measure (--group): items with commas between them, applied in their order.
              group[instance].metric    each part with * and ?; instance and metric may be left out
              cpu,disk_io[sd*]          only this; nothing else is measured
              -net_io[docker*]          not this
              +disk_usage[/mnt/nas]     this too, though it is left out by default

            A destination that is down is tried again; up to 16 MiB of lines wait for it meanwhile, or what
            --spool-size allows in the --spool. For statsd+tcp one value of each series waits: a gauge's last, a
            counter's sum. Ctrl+C or SIGTERM stops, after a last attempt to deliver what waits.

            Exit codes: 0 stopped as asked; 64 wrong command line; 69 stopped with lines that could not be
            delivered; 74 nothing left to write to; 78 the configuration is invalid.

            """,
        "once" => """
            Examples:
              collector once                                   tables of everything
              collector once -g cpu,memory -f json             two groups as JSON
              collector once -g 'disk_io[sd*].*_bytes,memory.used'
              collector once --all                             pseudo file systems and loop devices too
              collector once -f graphite | nc carbon 2003      one point of each metric into carbon

            Exit codes: 0 done; 64 wrong command line; 74 something could not be read or written, the rest is
            printed; 78 the configuration is invalid.

            """,
        "list" => """
            Examples:
              collector list -g disk_io                        the metrics of one group
              collector list -g cpu --names metcollect         what they are called on the wire
              collector list -f markdown > metrics.md          where each number comes from

            Exit codes: 0 done; 64 wrong command line; 74 the recording cannot be read; 78 the
            configuration is invalid.

            """,
        "explain" => """
            Examples:
              collector explain 'cpu[0].user'                  one metric of one instance
              collector explain memory.used                    what it is computed from, with the values of now
              collector explain collectd.web1.df-root.df_complex-free
                                                               a path as a graph has it: the host may be another

            It takes a second where counters are sent as what they grew by.

            Exit codes: 0 done; 64 there is no such metric; 78 the configuration is invalid.

            """,
        "record" => """
            Examples:
              collector record odd-host                        everything that is read, into the folder odd-host
              collector once --root odd-host                   on any system: the same values again
              collector explain 'disk_io[sda].read_time' --root odd-host

            A recording holds the files that the collector reads below /proc and /sys, and the numbers of its system
            calls as JSON: names of this host, its disks, interfaces and file systems, nothing else.

            Exit codes: 0 done; 64 wrong command line; 74 something could not be read or written, the rest is
            recorded; 78 the configuration is invalid.

            """,
        "plan" => """
            Examples:
              collector plan --hosts 1000                      what a thousand hosts like this one send
              collector plan -i 60s -g cpu,memory --retention 1m:30d,10m:2y
              collector plan -g '-*[*]' --first-seen-rate 10   without whatever has instances, 10 new series a minute

            Exit codes: 0 done; 64 wrong command line; 74 something could not be read, the rest is counted; 78 the
            configuration is invalid.

            """,
        "verify" => $"""
            Examples:
              collector verify --expect 'memory.total >= 16GiB' --expect 'disk_usage[*].free > 20%'
              collector verify --checks base.json --checks role.json --output report.xml
              collector verify --like golden.json --tolerance 5% --ignore host.kernel
              collector verify --checks base.json --wait 2m --every 5s       a host that still starts
              collector verify --root /mnt/image --expect 'file[/etc/machine-id].bytes == 0'
                                                                             an image that is not running

            {ExpectationHelp.Text}

            A file of checks is JSON ('collector verify --schema' prints its schema):
              {Braces}

            Exit codes: 0 every check is met, or was a warning only; 1 a check failed; 3 --wait ran out; 64 wrong command
            line; 74 a file cannot be read or written; 78 an expectation, a file of checks or the configuration is wrong.

            """,
        "snapshot" => """
            Examples:
              collector snapshot > golden.json                               of a host that is as it should be
              collector diff golden.json now.json                            what another one, or a later one, has otherwise
              collector snapshot -g '-net_io[wg*]' --output golden.json      without what comes and goes

            It holds the host's facts, the sizes of memory, swap, page files and file systems, which disks and
            interfaces there are, limits of its cgroup, every service that is installed, and the ports and files that
            the configuration names: what defines a host, and not what merely moves. Of how much a file system is used,
            it says only whether it is full: 95 % or more. Whether a service runs counts where it starts by itself;
            interfaces of containers and virtual machines (docker0, virbr0, cali1) are left out unless --all or
            --group names them.

            Exit codes: 0 done; 64 wrong command line; 74 something could not be read or written, the rest is
            printed; 78 the configuration is invalid.

            """,
        "diff" => """
            Examples:
              collector diff golden.json now.json --tolerance 5%
              collector diff golden.json now.json --ignore host.kernel --ignore 'net_io[*].speed'
              collector snapshot | collector diff golden.json -              this host, now
              collector diff golden.json now.json --format json              for programs

            An instance that only one of them has is one difference. The host's name is shown and not compared.

            Exit codes: 0 no difference; 1 some; 64 wrong command line; 74 a file cannot be read; 78 a file is no
            snapshot.

            """,
        "doctor" => """
            Examples:
              collector doctor                                               can it measure here?
              collector doctor --to graphite://carbon:2003 --spool /var/lib/collector
                                                                             and deliver?
              collector doctor --config collector.json --format json         for programs

            Exit codes: 0 nothing is wrong, or worth a warning only; 1 something is; 64 wrong command line.

            """,
        "tail" => """
            Examples:
              collector tail                                   what anybody on this host sends, line by line
              collector tail --graphite 0 --quiet              only what is wrong with it, on a port of its own
              collector tail --bind 0.0.0.0 --count            how much comes from the network, every second
              collector tail --graphite 2103 --lines 100 --for 1m > sample.txt
                                                               a sample for a pipeline: fails if it does not come
              collector tail --statsd --idle 5s --expect 'app.requests.*'
                                                               what a test sends, and whether it is complete

            Well-formed lines go to standard output as they came (pickles as Graphite's lines), what is malformed to
            standard error, with what carbon or node's statsd would do with it. Senders see an orderly end, as carbon
            gives it: a client that ends its side knows from ours that everything was read.

            Exit codes: 0 everything was well formed; 1 something was malformed, or what --expect names did not come;
            3 the time was up before --lines had come; 64 wrong command line; 69 a port cannot be had; 74 nothing left
            to write to.

            """,
        "service" or "install" or "uninstall" or "start" or "stop" or "status" => """
            Examples:
              collector service install --to graphite://carbon:2003          the lone executable, sending to carbon
              collector service install --config C:\ProgramData\collector\collector.json
              collector service start
              collector service status --json                                for programs
              collector service install --config FILE --dry-run              would it change anything? 1 if so
              collector service install --root /mnt/image --to graphite://carbon:2003
                                                                             the files of systemd, in an image of Linux

            All of them may be repeated: install brings a service up to date, and the others change nothing where nothing
            is to change; --json tells whether anything was changed. Settings that are given with install stand on the
            service's command line, over those of its file; the environment of whoever installs it is not the service's.
            To change them, install it again. All but status, --dry-run and --help take the rights of an administrator, or of
            root. On Linux the service is systemd's, and needs one that runs, but for install --root.

            Exit codes: 0 done, or as it was already; 1 (status) it does not run, (--dry-run) something would change; 3 it
            did not start or end in time; 64 wrong command line; 69 the service manager refuses, or the service ended at
            once (then with its own code); 77 no permission; 78 the configuration is invalid.

            """,
        "config" => """
            Examples:
              collector config init collector.json             a file with everything, to edit
              collector config check collector.json            is it valid? What is wrong, by line and column
              collector config show                            what is in force, and where it comes from

            'collector config COMMAND --help' says more.

            """,
        "init" => """
            Examples:
              collector config init collector.json             every setting, commented, with its default
              collector config init --to graphite://carbon:2003 --group -load collector.json
                                                               with these in force
              collector config init | less                     to read what there is

            Options say what is in force in the new file. On Linux and its like only its owner may write to it, and
            only the owner's group may read it.

            Exit codes: 0 done; 64 wrong command line; 74 it is there already, or cannot be written.

            """,
        "check" => """
            Examples:
              collector config check                           the file that run would read
              collector config check collector.json            another one
              generate-configuration | collector config check -

            What the environment and options say is not looked at. Each line on standard error names a place and what
            is wrong there: collector.json(3,15): interval: '10x' is not a span of time; …

            Exit codes: 0 it is valid; 64 wrong command line; 78 it is not, or cannot be read.

            """,
        "show" => """
            Examples:
              collector config show                            as a table: setting, value, where it was made
              collector config show --interval 1m -f json      for programs; options as those of run

            A value comes from an option, else from a variable of the environment, else from the file, else it is the
            default.

            Exit codes: 0 done; 64 wrong command line; 78 the configuration is invalid.

            """,
        "schema" => """
            Example:
              collector config schema > collector.schema.json  editors complete and check a file that names it:
                                                               { "$schema": "collector.schema.json" }

            Exit codes: 0 done; 64 wrong command line.

            """,
        "completion" => """
            Examples:
              source <(collector completion bash)              in ~/.bashrc
              source <(collector completion zsh)               in ~/.zshrc, below compinit
              collector completion fish | source               in ~/.config/fish/config.fish
              collector completion powershell | Out-String | Invoke-Expression
                                                               in the file that $PROFILE names

            """,
        _ => $$"""
            Start here:
              collector once                                   what this host looks like now
              collector run --to graphite://carbon:2003        send it to carbon every 10 s
              collector config init collector.json             a file with every setting, to edit

            Settings come from collector.json beside the executable (or --config FILE), from environment
            variables COLLECTOR_TO, COLLECTOR_INTERVAL, … over it, and from options over both:
              { "to": ["graphite://carbon:2003"], "interval": "10s", "group": "-load" }
            {{Keys}}
              { "services": ["sshd"], "ports": ["tcp:22"], "counters": [
                  { "file": "/proc/vmstat", "key": "pgmajfault", "name": "vm.major_faults", "kind": "counter" },
                  { "pdh": "\\ASP.NET\\Requests Queued", "name": "aspnet.requests_queued" } ] }
            COLLECTOR_TO takes several URIs, with blanks between them; COLLECTOR_CONFIG names the file.

            'collector COMMAND --help' says more.

            """,
    };
}
