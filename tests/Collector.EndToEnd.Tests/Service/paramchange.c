/* Tells the service that is named on the command line that its parameters have changed, as `sc control NAME paramchange` of
   Windows does; Wine's sc has no such command. The exit code is 0, or Windows' code of what went wrong. */

typedef unsigned short u16;
typedef unsigned int u32;

__declspec(dllimport) void *OpenSCManagerW(const u16 *machine, const u16 *database, u32 access);
__declspec(dllimport) void *OpenServiceW(void *manager, const u16 *name, u32 access);
__declspec(dllimport) int ControlService(void *service, u32 control, u32 *status);
__declspec(dllimport) u16 *GetCommandLineW(void);
__declspec(dllimport) u32 GetLastError(void);
__declspec(dllimport) void ExitProcess(u32 code);

enum { SC_MANAGER_CONNECT = 1, SERVICE_PAUSE_CONTINUE = 0x40, SERVICE_CONTROL_PARAMCHANGE = 6, STATUS_WORDS = 7 };

void start(void)
{
    const u16 *name = GetCommandLineW();
    for (const u16 *place = name; *place; place++)
        if (*place == ' ')
            name = place + 1;

    u32 status[STATUS_WORDS];
    void *service = OpenServiceW(OpenSCManagerW(0, 0, SC_MANAGER_CONNECT), name, SERVICE_PAUSE_CONTINUE);
    ExitProcess(service && ControlService(service, SERVICE_CONTROL_PARAMCHANGE, status) ? 0 : GetLastError());
}
