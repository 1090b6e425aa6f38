namespace Collector.Generators.Tests;

/// <summary>Hand-written sources for the tests of declarations, as code.</summary>
internal static class TestNatives
{
    public const string Code = """
        using System;

        namespace Collector.Sources.Tests;

        [NativeRow]
        internal struct Disks
        {
            public uint Reads;
            public uint Writes;
            public ulong Bytes;
            public ulong Busy;
            public double Load;
            public int Offset;
            public char Letter;
            public ulong? Limit;
            public double? Wait;
        }

        internal sealed class DisksSource(SourceContext context) : INativeSource<Disks>
        {
            public long Tick => context.Tick;
            public ReadOnlySpan<Disks> Read(out Fault fault) => throw new NotSupportedException();
            public ReadOnlySpan<byte> Key(int row) => default;
            public string Name(int row) => "";
        }

        [NativeRow]
        internal struct Clock
        {
            public ulong Ticks;
        }

        internal sealed class ClockSource : INativeSource<Clock>
        {
            public ReadOnlySpan<Clock> Read(out Fault fault) => throw new NotSupportedException();
            public ReadOnlySpan<byte> Key(int row) => default;
            public string Name(int row) => "";
        }

        [NativeRow]
        internal struct Orphans
        {
            public ulong Count;
        }
        """;
}
