using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Service.Windows;

/// <summary>The collector's entry in the registry, which tells the event viewer where the texts of its events are: in the executable.</summary>
/// <remarks>https://learn.microsoft.com/windows/win32/eventlog/event-sources</remarks>
[SupportedOSPlatform("windows")]
internal static unsafe class EventLogSource
{
    public const string Name = "Collector";

    private const string Key = @"SYSTEM\CurrentControlSet\Services\EventLog\Application\" + Name;
    private const string FileValue = "EventMessageFile";
    private const string TypesValue = "TypesSupported";
    private const uint AllTypes = Advapi32.EVENTLOG_ERROR_TYPE | Advapi32.EVENTLOG_WARNING_TYPE | Advapi32.EVENTLOG_INFORMATION_TYPE;
    private const int LongestPath = 32_768;

    /// <summary>Whether the entry is there, and for this executable.</summary>
    public static bool IsRegistered(string executable)
    {
        uint types = AllTypes;
        fixed (char* path = executable)
        {
            return Has(Advapi32.HKEY_LOCAL_MACHINE, Key, FileValue, Advapi32.REG_EXPAND_SZ, new(path, (executable.Length + 1) * sizeof(char)))
                && Has(Advapi32.HKEY_LOCAL_MACHINE, Key, TypesValue, Advapi32.REG_DWORD, new(&types, sizeof(uint)));
        }
    }

    /// <summary>Makes the entry, or makes one that is there the same.</summary>
    /// <returns>Whether it was another one.</returns>
    /// <exception cref="UserError">It cannot be made.</exception>
    public static bool Register(string executable)
    {
        nint key;
        int error = Advapi32.RegCreateKeyExW(
            Advapi32.HKEY_LOCAL_MACHINE, Key, 0, null, 0, Advapi32.KEY_QUERY_VALUE | Advapi32.KEY_SET_VALUE, 0, &key, null);
        if (error != Advapi32.ERROR_SUCCESS)
        {
            throw ServiceFault.Of("register the event log's source", error);
        }

        try
        {
            bool hasChanged = false;
            fixed (char* path = executable)
            {
                hasChanged |= Set(key, FileValue, Advapi32.REG_EXPAND_SZ, path, (executable.Length + 1) * sizeof(char));
            }

            uint types = AllTypes;
            return Set(key, TypesValue, Advapi32.REG_DWORD, &types, sizeof(uint)) | hasChanged;
        }
        finally
        {
            _ = Advapi32.RegCloseKey(key);
        }
    }

    /// <returns>Whether there was an entry.</returns>
    /// <exception cref="UserError">It cannot be removed.</exception>
    public static bool Remove()
    {
        int error = Advapi32.RegDeleteKeyExW(Advapi32.HKEY_LOCAL_MACHINE, Key, 0, 0);
        return error is Advapi32.ERROR_SUCCESS or Advapi32.ERROR_FILE_NOT_FOUND
            ? error == Advapi32.ERROR_SUCCESS
            : throw ServiceFault.Of("remove the event log's source", error);
    }

    private static bool Set(nint key, string name, uint type, void* value, int size)
    {
        if (Has(key, null, name, type, new(value, size)))
        {
            return false;
        }

        int error = Advapi32.RegSetValueExW(key, name, 0, type, value, (uint)size);
        return error == Advapi32.ERROR_SUCCESS ? true : throw ServiceFault.Of("register the event log's source", error);
    }

    private static bool Has(nint key, string? below, string name, uint type, ReadOnlySpan<byte> value)
    {
        byte[] found = new byte[LongestPath];
        uint size = (uint)found.Length;
        uint foundType;
        fixed (char* folder = below, text = name)
        fixed (byte* start = found)
        {
            return Advapi32.RegGetValueW(key, folder, text, Advapi32.RRF_RT_ANY | Advapi32.RRF_NOEXPAND, &foundType, start, &size) == Advapi32.ERROR_SUCCESS
                && foundType == type && found.AsSpan(0, (int)size).SequenceEqual(value);
        }
    }
}
