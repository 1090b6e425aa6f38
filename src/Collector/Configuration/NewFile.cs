namespace Collector.Configuration;

/// <summary>Writes files that were not there before.</summary>
internal static class NewFile
{
    /// <summary>Writes a file for its owner, and for those of the owner's group to read. What is there, a link included, stays as it is.</summary>
    /// <exception cref="UserError">There is something of that name.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> text)
    {
        if (path.Length == 0)
        {
            throw new UserError(ExitCode.WrongCommandLine, "the file to write has no name; leave it out for standard output");
        }

        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        }

        FileStream stream;
        try
        {
            stream = new(path, options);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException && IsThere(path))
        {
            throw new UserError(ExitCode.InputOutput, $"'{path}' is there already, and stays as it is; remove it, or name another file");
        }

        using (stream)
        {
            stream.Write(text);
        }
    }

    /// <summary>Whether such a file is there already. Where a link points to is not looked at.</summary>
    public static bool Says(string path, ReadOnlySpan<byte> text)
    {
        FileInfo file = new(path.Length == 0 ? "." : path);
        return file.Exists && file.LinkTarget is null && file.Length == text.Length && text.SequenceEqual(File.ReadAllBytes(path));
    }

    /// <summary>Whether something has that name, be it a link to nowhere.</summary>
    private static bool IsThere(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget is not null || Path.Exists(path);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
