using System.Text;
using Collector.Service;
using Collector.Service.Windows;
using CsCheck;

namespace Collector.Tests.Service;

public sealed class ServiceCommandLineTests
{
    private const string Executable = @"C:\Program Files\Collector\collector.exe";

    [Test]
    public async Task The_executables_path_is_quoted_and_the_service_knows_its_name()
    {
        ServiceDefinition definition = new("collector", Executable, ["run", "--to", "graphite://carbon:2003"]);

        await Assert.That(ServiceCommandLine.Of(definition)).IsEqualTo(
            "\"C:\\Program Files\\Collector\\collector.exe\" run --service collector --to graphite://carbon:2003");
    }

    [Test]
    [Arguments("plain", "plain")]
    [Arguments("", "\"\"")]
    [Arguments("two words", "\"two words\"")]
    [Arguments(@"C:\spool\", @"C:\spool\")]
    [Arguments(@"C:\my spool\", @"""C:\my spool\\""")]
    [Arguments("say \"hi\"", @"""say \""hi\""""")]
    [Arguments("back\\\"slash", @"""back\\\""slash""")]
    public async Task Arguments_are_quoted_where_they_need_it(string argument, string written)
    {
        ServiceDefinition definition = new("c", "C:\\c.exe", ["run", argument]);

        await Assert.That(ServiceCommandLine.Of(definition)).IsEqualTo($"\"C:\\c.exe\" run --service c {written}");
    }

    [Test]
    public void Every_argument_arrives_as_it_is() =>
        Gen.String[Gen.Char["a\\\" \t-ä"], 0, 8].Array[0, 4].Sample(arguments =>
        {
            ServiceDefinition definition = new("the service", Executable, ["run", .. arguments]);
            return Parse(ServiceCommandLine.Of(definition))
                .SequenceEqual([Executable, "run", "--service", "the service", .. arguments]);
        });

    [Test]
    [Arguments("collector", true)]
    [Arguments("Collector", true)]
    [Arguments("collect", false)]
    [Arguments("collector2", false)]
    [Arguments("the collector", false)]
    public async Task A_service_is_ours_if_its_command_line_names_it(string name, bool isOurs)
    {
        string commandLine = ServiceCommandLine.Of(new("collector", Executable, ["run", "--to", "stdout:"]));

        await Assert.That(ServiceCommandLine.IsOurs(commandLine, name)).IsEqualTo(isOurs);
    }

    [Test]
    public async Task A_service_with_a_blank_in_its_name_is_ours_too()
    {
        string commandLine = ServiceCommandLine.Of(new("the collector", Executable, ["run"]));

        await Assert.That(ServiceCommandLine.IsOurs(commandLine, "the collector")).IsTrue();
        await Assert.That(ServiceCommandLine.IsOurs(@"C:\Windows\System32\spoolsv.exe", "the collector")).IsFalse();
    }

    /// <summary>Takes a command line apart as Microsoft documents it for programs in C.</summary>
    private static List<string> Parse(string line)
    {
        // The first one has rules of its own: up to the next quotation mark.
        int end = line.IndexOf('"', 1);
        List<string> arguments = [line[1..end]];
        StringBuilder argument = new();
        bool isQuoted = false, isBegun = false;
        for (int index = end + 1; index <= line.Length; index++)
        {
            if (index == line.Length || (!isQuoted && line[index] is ' ' or '\t' && !isQuoted))
            {
                if (isBegun)
                {
                    arguments.Add(argument.ToString());
                }

                argument.Clear();
                isBegun = false;
                continue;
            }

            isBegun = true;
            int slashes = 0;
            while (index < line.Length && line[index] == '\\')
            {
                slashes++;
                index++;
            }

            bool isQuote = index < line.Length && line[index] == '"';
            argument.Append('\\', isQuote ? slashes / 2 : slashes);
            if (!isQuote)
            {
                index--;
                if (slashes == 0)
                {
                    argument.Append(line[++index]);
                }
            }
            else if (slashes % 2 == 1)
            {
                argument.Append('"');
            }
            else
            {
                isQuoted = !isQuoted;
            }
        }

        return arguments;
    }
}
