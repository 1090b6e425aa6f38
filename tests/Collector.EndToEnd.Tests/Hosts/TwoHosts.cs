using System.Diagnostics;
using System.Globalization;

namespace Collector.EndToEnd.Tests;

/// <summary>
/// Two hosts on a wire of their own: network namespaces that nothing else can reach, and that reach nothing else.
/// They take root.
/// </summary>
internal sealed class TwoHosts : IDisposable
{
    public const string ReceiverAddress = "10.79.0.2";

    private const string IpTool = "/usr/sbin/ip";
    private static int s_count;

    private readonly string _sender;
    private readonly string _receiver;

    public TwoHosts()
    {
        int number = Interlocked.Increment(ref s_count);
        string id = string.Create(CultureInfo.InvariantCulture, $"collector-{Environment.ProcessId}-{number}");
        _sender = $"{id}-sender";
        _receiver = $"{id}-receiver";
        Ip("netns", "add", _sender);
        Ip("netns", "add", _receiver);
        Ip("link", "add", "wire", "netns", _sender, "type", "veth", "peer", "name", "wire", "netns", _receiver);
        Ip("-n", _sender, "addr", "add", "10.79.0.1/24", "dev", "wire");
        Ip("-n", _receiver, "addr", "add", $"{ReceiverAddress}/24", "dev", "wire");
        Ip("-n", _sender, "link", "set", "wire", "up");
        Ip("-n", _receiver, "link", "set", "wire", "up");
    }

    /// <summary>Whether this process may make network namespaces.</summary>
    public static bool CanBe => Environment.IsPrivilegedProcess && File.Exists(IpTool);

    /// <summary>What the sender's files are called by that it sees instead of those of this host.</summary>
    public string SenderFiles => $"/etc/netns/{_sender}";

    /// <summary>Has a program run on the sender that would have run here.</summary>
    public void MoveToSender(ProcessStartInfo start) => Move(start, _sender);

    /// <summary>Has a program run on the receiver that would have run here.</summary>
    public void MoveToReceiver(ProcessStartInfo start) => Move(start, _receiver);

    /// <summary>Sets up more of the sender's network with <c>ip</c>.</summary>
    public void SetUpSender(params string[] arguments) => Ip(["-n", _sender, .. arguments]);

    /// <summary>Sets up more of the receiver's network with <c>ip</c>.</summary>
    public void SetUpReceiver(params string[] arguments) => Ip(["-n", _receiver, .. arguments]);

    public ChildProcess StartOnSender(string program, params string[] arguments) =>
        new(PublishedCollector.StartInfo(IpTool, ["netns", "exec", _sender, program, .. arguments]));

    public ChildProcess StartOnReceiver(string program, params string[] arguments) =>
        new(PublishedCollector.StartInfo(IpTool, ["netns", "exec", _receiver, program, .. arguments]));

    /// <summary>Pulls the plug on the receiver's side, or puts it back.</summary>
    public void Plug(bool isIn) => Ip("-n", _receiver, "link", "set", "wire", isIn ? "up" : "down");

    /// <summary>Lets what is sent trickle at a kilobyte a second, while what comes back is as fast as ever; or ends that.</summary>
    public void Trickle(bool isSlow) => Ip(isSlow
        ? ["netns", "exec", _sender, "tc", "qdisc", "add", "dev", "wire", "root", "tbf", "rate", "8kbit", "burst", "1600", "latency", "60s"]
        : ["netns", "exec", _sender, "tc", "qdisc", "del", "dev", "wire", "root"]);

    public void Dispose()
    {
        Ip("netns", "del", _sender);
        Ip("netns", "del", _receiver);
    }

    private static void Move(ProcessStartInfo start, string host)
    {
        string[] arguments = ["netns", "exec", host, start.FileName, .. start.ArgumentList];
        start.FileName = IpTool;
        start.ArgumentList.Clear();
        Array.ForEach(arguments, start.ArgumentList.Add);
    }

    private static void Ip(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(IpTool, arguments) { RedirectStandardError = true })!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"ip {string.Join(' ', arguments)}: {error}");
        }
    }
}
