using System.Runtime.InteropServices;

// On Windows a library beside the executable, or in the folder it is started from, must not take a system library's
// place. Elsewhere the flag has no meaning, and the loader's own search finds libc.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
