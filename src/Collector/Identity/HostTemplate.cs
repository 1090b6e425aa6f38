using System.Text;
using Collector.Sources;

namespace Collector.Identity;

/// <summary>What this host is to be called: <c>{hostname}</c>, <c>{fqdn}</c> and <c>{env:NAME}</c> stand for what is found at run time.</summary>
internal sealed class HostTemplate
{
    private const string ShortName = "hostname";
    private const string FullName = "fqdn";
    private const string Environment = "env:";

    private readonly IReadOnlyList<Part> _parts;

    private HostTemplate(IReadOnlyList<Part> parts) => _parts = parts;

    /// <summary>The system's own name, fully qualified where that is known.</summary>
    public static HostTemplate Default { get; } = new([new(FullName, IsLiteral: false)]);

    /// <summary>A name that is known.</summary>
    public static HostTemplate Of(string name) => new([new(name, IsLiteral: true)]);

    /// <summary>Whether the system's own name is in it, which may change at any time.</summary>
    public bool FollowsSystem => _parts.Any(static part => !part.IsLiteral);

    /// <summary>Takes a template apart. Variables of the environment are looked up here: they do not change.</summary>
    /// <param name="text">The template; a text without braces is the name itself.</param>
    /// <param name="fault">What is wrong, where null is returned.</param>
    public static HostTemplate? Parse(string text, out string fault)
    {
        fault = "";
        List<Part> parts = [];
        for (int place = 0; place < text.Length;)
        {
            int open = text.IndexOf('{', place);
            int close = open < 0 ? -1 : text.IndexOf('}', open);
            string literal = open < 0 ? text[place..] : text[place..open];
            if (literal.Contains('}') || (open >= 0 && close < 0))
            {
                fault = $"'{text}' has a brace without its other one; write for example {{hostname}}";
                return null;
            }

            parts.Add(new(literal, IsLiteral: true));
            if (open >= 0 && Placeholder(text[(open + 1)..close], ref fault) is Part part)
            {
                parts.Add(part);
            }

            if (fault.Length > 0)
            {
                return null;
            }

            place = open < 0 ? text.Length : close + 1;
        }

        return new(parts);
    }

    /// <summary>The name of a host now.</summary>
    /// <param name="root">The folder that stands for its <c>/</c>.</param>
    public string NameOn(string root)
    {
        string systemName = FollowsSystem ? HostName.Current(root) : "";
        StringBuilder name = new();
        foreach (Part part in _parts)
        {
            name.Append(part.IsLiteral ? part.Text : part.Text == FullName ? systemName : systemName.Split('.')[0]);
        }

        return name.ToString();
    }

    private static Part? Placeholder(string name, ref string fault)
    {
        if (name is ShortName or FullName)
        {
            return new(name, IsLiteral: false);
        }

        if (!name.StartsWith(Environment, StringComparison.Ordinal))
        {
            fault = $"there is no {{{name}}}; {Nearest.Hint(name, [ShortName, FullName, "env:NAME"], static known => $"{{{known}}}")}";
            return null;
        }

        string variable = name[Environment.Length..];
        string? value = variable.Length == 0 ? null : System.Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrWhiteSpace(value))
        {
            fault = $"{{{name}}}: the environment has no variable '{variable}', or it is empty";
            return null;
        }

        return new(value, IsLiteral: true);
    }

    private readonly record struct Part(string Text, bool IsLiteral);
}
