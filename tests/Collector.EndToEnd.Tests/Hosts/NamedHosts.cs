namespace Collector.EndToEnd.Tests;

/// <summary>
/// Two hosts of which the sender asks a name server for the receiver's addresses. The receiver has several, of both
/// families; who calls a dead one gets no answer at all.
/// </summary>
internal sealed class NamedHosts : IAsyncDisposable
{
    public const string Name = "carbon.test";
    public const int Port = 2003;
    public const string First = TwoHosts.ReceiverAddress;
    public const string Second = "10.79.0.5";
    public const string Dead = "10.79.0.3";
    public const string FirstOfSix = "2001:db8:79::2";
    public const string DeadOfSix = "2001:db8:79::3";

    /// <summary>Nobody on the wire has it, so what is sent there is passed over.</summary>
    private const string NobodysCard = "02:00:00:00:79:79";

    public NamedHosts()
    {
        try
        {
            SetUp();
        }
        catch (InvalidOperationException)
        {
            Hosts.Dispose();
            throw;
        }

        Names = new(Hosts, Name);
        Names.Answer(First);
    }

    public TwoHosts Hosts { get; } = new();

    public NameServer Names { get; }

    /// <summary>In which order the sender tries the addresses of the name.</summary>
    public async Task<string[]> Order()
    {
        CommandResult result = await PublishedCollector.Run(Hosts.StartOnSender("/usr/bin/getent", "ahosts", Name));
        return [.. result.OutputLines.Select(static line => line.Split(' ')[0]).Distinct()];
    }

    public async ValueTask DisposeAsync()
    {
        await Names.DisposeAsync();
        Hosts.Dispose();
        Directory.Delete(Hosts.SenderFiles, recursive: true);
        string all = Path.GetDirectoryName(Hosts.SenderFiles)!;
        if (!Directory.EnumerateFileSystemEntries(all).Any())
        {
            Directory.Delete(all);
        }
    }

    private void SetUp()
    {
        Hosts.SetUpSender("link", "set", "lo", "up");
        Hosts.SetUpReceiver("link", "set", "lo", "up");
        Hosts.SetUpReceiver("addr", "add", $"{Second}/24", "dev", "wire");
        Hosts.SetUpSender("addr", "add", "2001:db8:79::1/64", "dev", "wire", "nodad");
        Hosts.SetUpReceiver("addr", "add", $"{FirstOfSix}/64", "dev", "wire", "nodad");
        Hosts.SetUpSender("neigh", "add", Dead, "lladdr", NobodysCard, "dev", "wire", "nud", "permanent");
        Hosts.SetUpSender("neigh", "add", DeadOfSix, "lladdr", NobodysCard, "dev", "wire", "nud", "permanent");

        Directory.CreateDirectory(Hosts.SenderFiles);
        Write("resolv.conf", $"nameserver {First}\noptions timeout:1 attempts:1\n");
        Write("nsswitch.conf", "hosts: files dns\n");
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(Hosts.SenderFiles, file), text);
}
