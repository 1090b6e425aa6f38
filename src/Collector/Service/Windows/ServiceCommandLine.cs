using System.Text;

namespace Collector.Service.Windows;

/// <summary>The command line of a service, as Windows keeps it: one text, that a program takes apart again.</summary>
/// <remarks>https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments</remarks>
internal static class ServiceCommandLine
{
    /// <summary>The option of <c>run</c> by which the executable knows that the service manager started it.</summary>
    public const string ServiceOption = "--service";

    /// <summary>The whole text for a service.</summary>
    public static string Of(ServiceDefinition definition)
    {
        // Always in quotes: else a blank in the path lets C:\Program.exe take the service's place.
        StringBuilder text = new($"\"{definition.Executable}\"");
        IEnumerable<string> first = definition.Arguments.Take(1);
        foreach (string argument in first.Concat([ServiceOption, definition.Name]).Concat(definition.Arguments.Skip(1)))
        {
            text.Append(' ');
            Append(text, argument);
        }

        return text.ToString();
    }

    /// <summary>Whether a command line is one that <see cref="Of"/> made for a service of that name.</summary>
    public static bool IsOurs(string commandLine, string name)
    {
        StringBuilder option = new($" {ServiceOption} ");
        Append(option, name);
        return commandLine.StartsWith('"') && $"{commandLine} ".Contains($"{option} ", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Appends an argument so that it arrives as it is.</summary>
    private static void Append(StringBuilder text, string argument)
    {
        if (argument.Length > 0 && !argument.AsSpan().ContainsAny(" \t\n\v\""))
        {
            text.Append(argument);
            return;
        }

        // Backslashes mean themselves, but before a quotation mark they mean half of them.
        text.Append('"');
        int backslashes = 0;
        foreach (char character in argument)
        {
            if (character == '"')
            {
                text.Append('\\', backslashes + 1);
            }

            backslashes = character == '\\' ? backslashes + 1 : 0;
            text.Append(character);
        }

        text.Append('\\', backslashes).Append('"');
    }
}
