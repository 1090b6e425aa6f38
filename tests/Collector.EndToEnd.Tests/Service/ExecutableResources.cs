using System.Buffers.Binary;
using System.Reflection.PortableExecutable;

namespace Collector.EndToEnd.Tests;

/// <summary>What lies in the resources of a Windows executable, as the system itself finds it: by type, name and language.</summary>
internal sealed class ExecutableResources : IDisposable
{
    public const int MessageTable = 11;
    public const int VersionInformation = 16;
    public const int Manifest = 24;

    private const int HeaderSize = 16;
    private const int EntrySize = 8;
    private const int FolderBit = unchecked((int)0x80000000);

    private readonly PEReader _file;
    private readonly int _address;
    private readonly byte[] _section;

    public ExecutableResources(string path)
    {
        _file = new(File.OpenRead(path));
        _address = _file.PEHeaders.PEHeader!.ResourceTableDirectory.RelativeVirtualAddress;
        _section = [.. _file.GetSectionData(_address).GetContent()];
    }

    /// <summary>The first resource of a type.</summary>
    public ReadOnlySpan<byte> Find(int type)
    {
        // Three levels: types, names, languages; an entry of the last one says where the bytes are.
        int entry = Offset(Entry(0, type));
        entry = Offset(Entry(entry, null));
        entry = Int(Entry(entry, null) + sizeof(int));
        return _section.AsSpan(Int(entry) - _address, Int(entry + sizeof(int)));
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Where the entry of an id is in a folder, or that of the first one.</summary>
    private int Entry(int folder, int? id)
    {
        int count = BinaryPrimitives.ReadUInt16LittleEndian(_section.AsSpan(folder + 12))
            + BinaryPrimitives.ReadUInt16LittleEndian(_section.AsSpan(folder + 14));
        return Enumerable.Range(0, count)
            .Select(index => folder + HeaderSize + (index * EntrySize))
            .First(entry => id is null || Int(entry) == id);
    }

    private int Offset(int entry) => Int(entry + sizeof(int)) & ~FolderBit;

    private int Int(int offset) => BinaryPrimitives.ReadInt32LittleEndian(_section.AsSpan(offset));
}
