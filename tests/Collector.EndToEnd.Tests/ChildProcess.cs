using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Collector.EndToEnd.Tests;

/// <summary>A process that a test started, and that ends with the test at the latest.</summary>
internal sealed partial class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    /// <param name="start">What to start.</param>
    /// <param name="readOutput">Whether somebody reads its standard output; otherwise it fills the pipe and no more.</param>
    public ChildProcess(ProcessStartInfo start, bool readOutput = true)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        Collect(_error, handler => _process.ErrorDataReceived += handler);
        _process.BeginErrorReadLine();
        if (readOutput)
        {
            ReadOutput();
        }
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Of a process that has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>What it has written to standard output so far.</summary>
    public string Output => TextOf(_output);

    /// <summary>What it has written to standard error so far.</summary>
    public string Error => TextOf(_error);

    /// <summary>Sends a signal to a process that one of the test's own has started.</summary>
    public static void Send(int process, Signal signal) => _ = Kill(process, (int)signal);

    public void Send(Signal signal) => Send(Id, signal);

    /// <summary>Begins to read its standard output, where that was left out at first.</summary>
    public void ReadOutput()
    {
        Collect(_output, handler => _process.OutputDataReceived += handler);
        _process.BeginOutputReadLine();
    }

    /// <summary>Ends the reading side of its standard output.</summary>
    public void CloseOutput() => _process.StandardOutput.Close();

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="TimeoutException">It goes on.</exception>
    public async Task<int> Exit(double seconds = 20)
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(seconds));
        }
        catch (TimeoutException)
        {
            throw new TimeoutException(
                $"{_process.StartInfo.FileName} did not end within {seconds} s. Standard error:\n{Error}");
        }

        return _process.ExitCode;
    }

    /// <summary>Waits a while for its end, and for the end of its output then.</summary>
    public bool EndsWithin(TimeSpan time)
    {
        if (!_process.WaitForExit(time))
        {
            return false;
        }

        _process.WaitForExit();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static void Collect(StringBuilder text, Action<DataReceivedEventHandler> subscribe) =>
        subscribe((_, line) =>
        {
            if (line.Data is not null)
            {
                lock (text)
                {
                    text.Append(line.Data).Append('\n');
                }
            }
        });

    private static string TextOf(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
