using System.Runtime.InteropServices;

// A DLL that somebody put beside the executable must not take the place of the system's.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
