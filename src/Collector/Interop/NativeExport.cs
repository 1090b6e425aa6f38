using System.Reflection;
using System.Runtime.InteropServices;

namespace Collector.Interop;

/// <summary>Says whether this version of the system has a function, before the first call to it fails.</summary>
internal static class NativeExport
{
    public static bool Exists(string library, string function) =>
        NativeLibrary.TryLoad(library, Assembly.GetExecutingAssembly(), DllImportSearchPath.System32, out nint module)
        && NativeLibrary.TryGetExport(module, function, out _);
}
