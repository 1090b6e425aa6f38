using System.Runtime.InteropServices;
using System.Text;
using Collector.Interop;
using Collector.Sources;

namespace Collector.Service.Linux;

/// <summary>Runs a command of the system and takes what it prints.</summary>
internal static unsafe class SystemCommand
{
    private const int ExitShift = 8;
    private const int ExitMask = 0xff;
    private const int SignalMask = 0x7f;

    /// <summary>What the shell says if there is no such command.</summary>
    public const int NotFound = 127;

    /// <param name="output">What it printed, errors among it.</param>
    /// <param name="words">The command and its arguments.</param>
    /// <returns>Its exit code.</returns>
    public static int Run(out string output, params ReadOnlySpan<string> words)
    {
        StringBuilder line = new("LC_ALL=C");
        foreach (string word in words)
        {
            line.Append(" '").Append(word.Replace("'", "'\\''", StringComparison.Ordinal)).Append('\'');
        }

        nint stream = Libc.popen($"{line} 2>&1 </dev/null", "r");
        if (stream == 0)
        {
            output = SystemError.Describe(Marshal.GetLastPInvokeError());
            return NotFound;
        }

        using MemoryStream bytes = new();
        byte* buffer = stackalloc byte[4096];
        for (nuint length = Libc.fread(buffer, 1, 4096, stream); length > 0; length = Libc.fread(buffer, 1, 4096, stream))
        {
            bytes.Write(new(buffer, (int)length));
        }

        int status = Libc.pclose(stream);
        output = Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).Trim();
        return (status & SignalMask) == 0 ? (status >> ExitShift) & ExitMask : NotFound;
    }
}
