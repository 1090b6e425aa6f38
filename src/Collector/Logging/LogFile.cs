using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Collector.Logging;

/// <summary>
/// Appends lines to a file: the time in UTC, the level, the text. When it has its size it becomes <c>FILE.1</c>, what was
/// that becomes <c>FILE.2</c>, and so on up to <see cref="Kept"/>.
/// </summary>
internal sealed class LogFile : ILogSink
{
    /// <summary>How many full ones are kept.</summary>
    public const int Kept = 3;

    private readonly string _path;
    private readonly long _mostBytes;
    private SafeFileHandle? _file;
    private long _length;

    private LogFile(string path, long mostBytes)
    {
        _path = path;
        _mostBytes = mostBytes;
    }

    /// <param name="path">The file; it is made if it is not there.</param>
    /// <param name="mostBytes">Its size, about.</param>
    /// <exception cref="UserError">It cannot be written.</exception>
    public static LogFile Open(string path, long mostBytes)
    {
        LogFile file = new(path, mostBytes);
        try
        {
            file.Open();
            return file;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError(ExitCode.InvalidConfiguration, $"log-file: cannot write to '{path}': {error.Message}");
        }
    }

    public void Write(LogLevel level, string line)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd'T'HH:mm:ss'Z'} {LogLevels.Words[(int)level]} {line}{Environment.NewLine}"));
        try
        {
            if (_file is null || (_length > 0 && _length + bytes.Length > _mostBytes))
            {
                Rotate();
            }

            RandomAccess.Write(_file!, bytes, _length);
            _length += bytes.Length;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A full disk, or a folder that is gone: standard error has the line too. It is tried again with the next one.
            _file?.Dispose();
            _file = null;
        }
    }

    public void Dispose() => _file?.Dispose();

    /// <summary>Opens the file, and makes room in it.</summary>
    private void Rotate()
    {
        if (_file is null)
        {
            Open();
            if (_length < _mostBytes)
            {
                return;
            }
        }

        _file!.Dispose();
        _file = null;
        for (int number = Kept - 1; number > 0; number--)
        {
            if (File.Exists($"{_path}.{number}"))
            {
                File.Move($"{_path}.{number}", $"{_path}.{number + 1}", overwrite: true);
            }
        }

        File.Move(_path, $"{_path}.1", overwrite: true);
        Open();
    }

    private void Open()
    {
        _file = PrivateFile.Open(_path, FileShare.Read | FileShare.Delete);
        _length = RandomAccess.GetLength(_file);
    }
}
