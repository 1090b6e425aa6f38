using Collector.Metrics;
using Collector.Sources.Recordings;
using Microsoft.Win32.SafeHandles;

namespace Collector.Sources;

/// <summary>A small file for each instance of a group (<c>/sys/…/cpu0/…</c>), kept open for as long as the instance lives.</summary>
/// <param name="context">Says where the files are.</param>
/// <param name="before">What stands before the instance in the path.</param>
/// <param name="after">What stands behind it.</param>
/// <param name="mayBeMissing">Whether an instance without a file is in order: it is looked for once.</param>
internal sealed class InstanceFiles(SourceContext context, string before, string after, bool mayBeMissing)
{
    private readonly byte[] _buffer = new byte[512];
    private OpenFile[] _files = [];

    /// <summary>Where an instance's file is, below the root that it is read from.</summary>
    public string PathOf(Instance instance) => FileOf(instance).Path;

    /// <summary>The file's bytes, as far as they fit a line of numbers. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Read(Instance instance, out Fault fault)
    {
        ref OpenFile file = ref FileOf(instance);
        fault = Fault.None;
        if (file.IsMissing)
        {
            return default;
        }

        try
        {
            file.Handle ??= RegularFile.Open(file.Path);
            return _buffer.AsSpan(0, RandomAccess.Read(file.Handle, _buffer, 0));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            file.Handle?.Dispose();
            file.Handle = null;
            fault = new(FaultKind.Unreadable, file.Path, SystemError.CodeOf(error));
            file.IsMissing = mayBeMissing && fault.IsMissingFile;
            if (file.IsMissing)
            {
                fault = Fault.None;
            }

            return default;
        }
    }

    /// <summary>Keeps the file of an instance in a recording.</summary>
    public void Record(Recorder recorder, Instance instance)
    {
        ReadOnlySpan<byte> text = Read(instance, out Fault fault);
        if (fault.IsNone && !text.IsEmpty)
        {
            recorder.Write(PathOf(instance), text);
        }
    }

    private ref OpenFile FileOf(Instance instance)
    {
        if (instance.Slot >= _files.Length)
        {
            Array.Resize(ref _files, Math.Max(instance.Slot + 1, _files.Length * 2));
        }

        ref OpenFile file = ref _files[instance.Slot];
        if (file.Owner != instance)
        {
            file.Handle?.Dispose();

            // sysfs writes ! where a name has a /.
            string name = instance.Name.Replace('/', '!');
            file = new() { Owner = instance, Path = $"{context.Root.TrimEnd('/')}{before}{name}{after}" };
        }

        return ref file;
    }

    private struct OpenFile
    {
        public Instance? Owner;
        public string Path;
        public SafeFileHandle? Handle;
        public bool IsMissing;
    }
}
