namespace Collector.EndToEnd.Tests.Packaging;

/// <summary>A small Debian system in a folder, with a systemd that only writes down what it is asked for.</summary>
internal sealed class DebianSystem : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private DebianSystem()
    {
    }

    public string Root => _folder.File("root");

    /// <summary>What <c>systemctl</c> was called with.</summary>
    public string[] Requests => File.Exists(PathOf("/requests")) ? File.ReadAllLines(PathOf("/requests")) : [];

    public static async Task<DebianSystem> Copy()
    {
        DebianSystem system = new();
        string original = Path.GetDirectoryName(Repository.Existing("The Debian system", Path.Combine(Repository.Artifacts, "debian", "ready")))!;
        await Tool.Output("cp", "-a", "--reflink=auto", Path.Combine(original, "root"), system.Root);
        Directory.CreateDirectory(system.PathOf("/run/systemd/system"));
        string systemctl = system.PathOf("/usr/local/bin/systemctl");
        await File.WriteAllTextAsync(systemctl, "#!/bin/sh\necho \"$@\" >>/requests\n");
        File.SetUnixFileMode(systemctl, (UnixFileMode)0b111_101_101);
        return system;
    }

    public string PathOf(string path) => Root + path;

    public bool Has(string path) => Path.Exists(PathOf(path));

    public void ForgetRequests() => File.Delete(PathOf("/requests"));

    /// <summary>Installs a package file as an administrator does, who is asked nothing.</summary>
    public async Task<string> Install(string package)
    {
        File.Copy(package, PathOf("/package.deb"), overwrite: true);
        return await Run("dpkg", "--install", "/package.deb");
    }

    /// <summary>The output of a program that has to succeed there.</summary>
    public Task<string> Run(string program, params string[] arguments) => Tool.Output(
        "unshare", ["--mount", "sh", "-c", $"mount -t proc proc '{Root}/proc' && exec chroot '{Root}' \"$@\"", "sh", program, .. arguments]);

    public void Dispose() => _folder.Dispose();
}
