namespace Collector.Tests.Shared;

/// <summary>The files of this repository, and what <c>scripts/test.sh</c> prepares in it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Artifacts => Path.Combine(Root, "artifacts");

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>The path of something that has to be there.</summary>
    /// <exception cref="FileNotFoundException">It is not; the message says what makes it.</exception>
    public static string Existing(string what, string path) => File.Exists(path)
        ? path
        : throw new FileNotFoundException($"{what} is not there ({path}); scripts/test.sh installs and publishes what these tests need.");

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Collector.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("These tests run from below the repository only.");
    }
}
