using Collector.Polling;

namespace Collector.Delivery;

/// <summary>
/// Finds a receiver's addresses. A literal address is read on the spot; a name is looked up on a thread that lives only
/// as long, since the system's resolver may take half a minute and cannot be told to hurry.
/// </summary>
/// <param name="receiver">Whose addresses.</param>
/// <param name="set">What the loop sleeps on.</param>
/// <param name="find">Asks the system: for a host, a port, and whether it must be a literal address; its own resolver by default.</param>
internal sealed class HostLookup(Receiver receiver, PollSet set, Func<string, int, bool, LookupResult>? find = null)
{
    private const int StackBytes = 256 * 1024;

    private readonly Func<string, int, bool, LookupResult> _find =
        find ?? (OperatingSystem.IsWindows() ? WindowsLookup.Find : LinuxLookup.Find);

    private LookupResult? _literal;
    private bool _isName;
    private LookupResult? _result;
    private bool _isRunning;

    /// <summary>Whether it is a name, whose addresses may change.</summary>
    public bool IsName => FindLiteral() is null;

    /// <summary>
    /// Forgets an answer that came when nobody waited for it any more: the name may have another address by now. What is
    /// still being asked is as good as asked anew.
    /// </summary>
    public void Begin()
    {
        if (Interlocked.Exchange(ref _result, null) is not null)
        {
            _isRunning = false;
        }
    }

    /// <summary>Starts, or asks how it went.</summary>
    /// <returns>What was found, once; null while it is still looking.</returns>
    public LookupResult? Poll()
    {
        if (!_isRunning)
        {
            if (FindLiteral() is LookupResult literal)
            {
                return literal;
            }

            _isRunning = true;
            new Thread(Run, StackBytes) { IsBackground = true, Name = "lookup" }.Start();
        }

        LookupResult? result = Interlocked.Exchange(ref _result, null);
        _isRunning = result is null;
        return result;
    }

    /// <summary>What a literal address stands for never changes.</summary>
    private LookupResult? FindLiteral()
    {
        if (_literal is null && !_isName)
        {
            LookupResult found = _find(receiver.Host, receiver.Port, true);
            _isName = found.Error is not null;
            _literal = _isName ? null : found;
        }

        return _literal;
    }

    private void Run()
    {
        LookupResult result;
        try
        {
            result = _find(receiver.Host, receiver.Port, false);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Nobody else would hear of it, and an exception that leaves a thread ends the process.
            result = new([], error.Message);
        }

        Volatile.Write(ref _result, result with { Endpoints = AddressOrder.Interleave(result.Endpoints) });
        set.Wake();
    }
}
