using System.Text;

namespace Collector.Sources.Linux;

/// <summary>A mounted file system that is measured.</summary>
internal sealed class Mount
{
    /// <param name="root">The folder that stands for <c>/</c>.</param>
    /// <param name="mountPoint">Below that folder, without escapes.</param>
    public Mount(string root, byte[] mountPoint)
    {
        MountPoint = mountPoint;
        Name = NameOf(mountPoint);
        Subject = $"statfs({Name})";
        Path = [.. Encoding.UTF8.GetBytes(root.TrimEnd('/')), .. mountPoint, 0];
        IsFile = File.Exists(Encoding.UTF8.GetString(Path.AsSpan(0, Path.Length - 1)));
    }

    public static string NameOf(byte[] mountPoint) => Encoding.UTF8.GetString(mountPoint);

    public byte[] MountPoint { get; }

    public string Name { get; }

    /// <summary>What a fault names.</summary>
    public string Subject { get; }

    /// <summary>Where this process finds it, closed by NUL.</summary>
    public byte[] Path { get; }

    /// <summary>Whether a single file is mounted, such as /etc/hosts in a container: no file system of this host's.</summary>
    public bool IsFile { get; }
}
