using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows.Performance;

/// <summary>Reads the raw numbers of one object's counters by PDH, which knows providers that the registry does not.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class PdhQuery : ICounterQuery
{
    /// <summary>Wine has PDH for a counter at a time; its function for all instances ends the process.</summary>
    public static readonly bool IsWine = NativeExport.Exists("ntdll", "wine_get_version");

    private const int MaxBytes = 64 << 20;

    private readonly nint _query;
    private readonly nint[] _counters;
    private readonly uint[] _types;
    private readonly ulong[] _frequencies;
    private readonly InstanceNames _names = new();
    private byte[] _items = [];

    private PdhQuery(nint query, CounterSet set)
    {
        _query = query;
        _counters = new nint[set.Counters.Length];
        _types = new uint[set.Counters.Length];
        _frequencies = new ulong[set.Counters.Length];
        for (int counter = 0; counter < _counters.Length; counter++)
        {
            if (TryAdd(set, counter))
            {
                Known |= 1ul << counter;
            }
        }
    }

    public ulong Known { get; }

    /// <summary>A query of a set's counters; null if PDH has none of them.</summary>
    public static ICounterQuery? Open(CounterSet set)
    {
        nint handle;
        if ((set.HasRows && IsWine) || Pdh.PdhOpenQueryW(null, 0, &handle) != 0)
        {
            return null;
        }

        PdhQuery query = new(handle, set);
        if (query.Known != 0)
        {
            return query;
        }

        query.Close();
        return null;
    }

    public void Close() => _ = Pdh.PdhCloseQuery(_query);

    public bool Read(CounterSet set)
    {
        if (Pdh.PdhCollectQueryData(_query) != 0)
        {
            return false;
        }

        CounterRow? only = set.HasRows ? null : set.Next();
        for (int counter = 0; counter < _counters.Length; counter++)
        {
            if (_counters[counter] == 0 || !TryDefine(set, counter))
            {
                continue;
            }

            if (only is not null)
            {
                Pdh.PDH_RAW_COUNTER raw;
                if (Pdh.PdhGetRawCounterValue(_counters[counter], null, &raw) == 0)
                {
                    Take(only, counter, raw);
                }
            }
            else
            {
                ReadAll(set, counter);
            }
        }

        return true;
    }

    private bool TryAdd(CounterSet set, int counter)
    {
        string instances = set.Instances is null ? "" : $"({set.Instances})";
        nint handle;
        fixed (char* path = $@"\{set.Object}{instances}\{set.Counters[counter]}")
        {
            if (Pdh.PdhAddEnglishCounterW(_query, path, 0, &handle) != 0)
            {
                return false;
            }
        }

        _counters[counter] = handle;
        return true;
    }

    /// <summary>The type is known from the first collection on.</summary>
    private bool TryDefine(CounterSet set, int counter)
    {
        if (_frequencies[counter] != 0)
        {
            return true;
        }

        uint size = 0;
        if (Pdh.PdhGetCounterInfoW(_counters[counter], 0, &size, null) != Pdh.PDH_MORE_DATA || size < sizeof(Pdh.PDH_COUNTER_INFO_W))
        {
            return false;
        }

        byte[] info = new byte[size];
        fixed (byte* buffer = info)
        {
            if (Pdh.PdhGetCounterInfoW(_counters[counter], 0, &size, (Pdh.PDH_COUNTER_INFO_W*)buffer) != 0)
            {
                return false;
            }
        }

        long frequency;
        _types[counter] = MemoryMarshal.Read<Pdh.PDH_COUNTER_INFO_W>(info).dwType;
        _frequencies[counter] = Pdh.PdhGetCounterTimeBase(_counters[counter], &frequency) == 0 && frequency > 0 ? (ulong)frequency : 1;
        set.Define(counter, _types[counter]);
        return true;
    }

    private void ReadAll(CounterSet set, int counter)
    {
        uint size, count;
        uint status;
        do
        {
            size = (uint)_items.Length;
            fixed (byte* buffer = _items)
            {
                status = Pdh.PdhGetRawCounterArrayW(_counters[counter], &size, &count, (Pdh.PDH_RAW_COUNTER_ITEM_W*)buffer);
                if (status == 0)
                {
                    TakeAll(set, counter, new((Pdh.PDH_RAW_COUNTER_ITEM_W*)buffer, (int)count));
                }
            }

            if (status == Pdh.PDH_MORE_DATA && size > _items.Length)
            {
                _items = new byte[size + (size / 2)];
                continue;
            }
        }
        while (status == Pdh.PDH_MORE_DATA && size <= _items.Length && _items.Length < MaxBytes);
    }

    /// <summary>The first counter brings the rows, in an order that the others nearly always share.</summary>
    private void TakeAll(CounterSet set, int counter, ReadOnlySpan<Pdh.PDH_RAW_COUNTER_ITEM_W> items)
    {
        _names.Begin();
        bool isFirst = (Known & ((1ul << counter) - 1)) == 0;
        for (int index = 0; index < items.Length; index++)
        {
            ReadOnlySpan<char> name = _names.Next(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(items[index].szName));
            CounterRow? row = isFirst ? set.Next(name) : set.Find(name, index);
            if (row is not null)
            {
                Take(row, counter, items[index].RawValue);
            }
        }
    }

    private void Take(CounterRow row, int counter, in Pdh.PDH_RAW_COUNTER raw)
    {
        if (raw.CStatus is Pdh.PDH_CSTATUS_VALID_DATA or Pdh.PDH_CSTATUS_NEW_DATA)
        {
            RawCounter numbers = new(
                _types[counter], (ulong)raw.FirstValue, (ulong)raw.SecondValue, Math.Max(1, raw.MultiCount), _frequencies[counter]);
            row.Take(counter, _counters.Length, numbers);
        }
    }
}
