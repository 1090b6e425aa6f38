using System.Text;

namespace Collector.Sources.Linux;

/// <summary>Paths in the form that system calls take: bytes, closed by NUL.</summary>
internal static class KernelPath
{
    /// <summary>An absolute path below a context's root.</summary>
    public static byte[] Below(SourceContext context, string path) => Of(TextBelow(context, path));

    public static byte[] Of(string path) => [.. Encoding.UTF8.GetBytes(path), 0];

    /// <summary>The same for people, and for the runtime's own calls.</summary>
    public static string TextBelow(SourceContext context, string path) => context.Root.TrimEnd('/') + path;
}
