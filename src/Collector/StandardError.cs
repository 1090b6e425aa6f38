namespace Collector;

/// <summary>Lines for people, on standard error.</summary>
internal static class StandardError
{
    /// <summary>Writes a line, without anything that a terminal would act on. That nobody can read it stops nothing.</summary>
    /// <param name="message">The line.</param>
    /// <param name="below">Lines that belong to it.</param>
    public static void WriteLine(string message, params IEnumerable<string> below)
    {
        try
        {
            Console.Error.WriteLine(string.Join(Environment.NewLine, below.Select(Printable).Prepend($"collector: {Printable(message)}")));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A full disk, or no standard error at all.
        }
    }

    public static void WriteLines(IEnumerable<string> messages)
    {
        foreach (string message in messages)
        {
            WriteLine(message);
        }
    }

    /// <summary>A text from the kernel, a file or the command line, with <c>?</c> for each control character.</summary>
    public static string Printable(string text) =>
        new(Array.ConvertAll(text.ToCharArray(), static character => char.IsControl(character) ? '?' : character));
}
