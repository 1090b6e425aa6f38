using System.Text;

namespace Collector.Tests.Sources.Performance;

/// <summary>Writes what HKEY_PERFORMANCE_DATA answers, field by field as winperf.h has them.</summary>
internal static class PerformanceBlob
{
    public const long Frequency = 10_000_000;

    private const int DefinitionBytes = 40;
    private const int InstanceBytes = 24;

    public static byte[] Write(long performanceTime, params BlobObject[] objects)
    {
        byte[][] parts = [.. objects.Select(Object)];
        const int HeaderBytes = 88;
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.Unicode);
        writer.Write(Encoding.Unicode.GetBytes("PERF"));
        Fields(writer, 1, 1, 1, (uint)(HeaderBytes + parts.Sum(static part => part.Length)), HeaderBytes, (uint)objects.Length, 0);
        writer.Write(new byte[16]);
        writer.Write(0);
        writer.Write(performanceTime);
        writer.Write(Frequency);
        writer.Write(133_000_000_000_000_000L);
        Fields(writer, 0, 0);
        foreach (byte[] part in parts)
        {
            writer.Write(part);
        }

        return stream.ToArray();
    }

    private static byte[] Object(BlobObject source)
    {
        const int HeaderBytes = 64;
        byte[] body = source.HasInstances
            ? [.. source.Instances.SelectMany(instance => Instance(source, instance))]
            : Block(source, source.Instances[0].Values);
        uint definitions = (uint)(HeaderBytes + (source.Counters.Count * DefinitionBytes));
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.Unicode);
        Fields(writer, definitions + (uint)body.Length, definitions, HeaderBytes, source.Title, 0, source.Title + 1, 0, 100);
        Fields(writer, (uint)source.Counters.Count, 0, source.HasInstances ? (uint)source.Instances.Count : uint.MaxValue, source.CodePage);
        writer.Write(source.Time);
        writer.Write(source.Frequency);
        uint offset = 8;
        foreach ((uint title, uint type) in source.Counters)
        {
            uint size = IsLarge(type) ? 8u : 4;
            Fields(writer, DefinitionBytes, title, 0, title + 1, 0, 0, 100, type, size, offset);
            offset += size;
        }

        writer.Write(body);
        return stream.ToArray();
    }

    private static byte[] Instance(BlobObject source, BlobInstance instance)
    {
        byte[] name = instance.Name.Length == 0 ? []
            : (source.CodePage == 0 ? Encoding.Unicode : Encoding.Latin1).GetBytes(instance.Name + '\0');
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.Unicode);
        int length = (InstanceBytes + name.Length + 7) & ~7;
        Fields(
            writer, (uint)length, instance.ParentTitle, instance.ParentIndex, (uint)instance.UniqueId, InstanceBytes, (uint)name.Length);
        writer.Write(name);
        writer.Write(new byte[length - InstanceBytes - name.Length]);
        writer.Write(Block(source, instance.Values));
        return stream.ToArray();
    }

    private static byte[] Block(BlobObject source, ulong[] values)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        writer.Write(0L);
        foreach (((uint _, uint type), ulong value) in source.Counters.Zip(values))
        {
            writer.Write(BitConverter.GetBytes(value).AsSpan(0, IsLarge(type) ? 8 : 4));
        }

        stream.SetLength((stream.Length + 7) & ~7);
        stream.Position = 0;
        writer.Write((uint)stream.Length);
        return stream.ToArray();
    }

    private static bool IsLarge(uint type) => (type & 0x300) == 0x100;

    private static void Fields(BinaryWriter writer, params uint[] fields)
    {
        foreach (uint field in fields)
        {
            writer.Write(field);
        }
    }
}
