using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Collector.Interop;

namespace Collector.Tests;

/// <summary>Sizes and offsets are those that a C compiler gives the system's own headers for 64 bits.</summary>
public sealed class InteropLayoutTests
{
    [Test]
    public async Task Structs_have_the_systems_size()
    {
        await Assert.That(Unsafe.SizeOf<Kernel32.MEMORYSTATUSEX>()).IsEqualTo(64);
        await Assert.That(Unsafe.SizeOf<Kernel32.PERFORMANCE_INFORMATION>()).IsEqualTo(104);
        await Assert.That(Unsafe.SizeOf<Kernel32.ENUM_PAGE_FILE_INFORMATION>()).IsEqualTo(32);
        await Assert.That(Unsafe.SizeOf<Kernel32.DISK_PERFORMANCE>()).IsEqualTo(88);
        await Assert.That(Unsafe.SizeOf<Ntdll.SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION>()).IsEqualTo(48);
        await Assert.That(Unsafe.SizeOf<Ntdll.SYSTEM_PERFORMANCE_INFORMATION>()).IsEqualTo(312);
        await Assert.That(Unsafe.SizeOf<Ntdll.SYSTEM_TIMEOFDAY_INFORMATION>()).IsEqualTo(48);
        await Assert.That(Unsafe.SizeOf<Ntdll.SYSTEM_PROCESS_INFORMATION>()).IsEqualTo(256);
        await Assert.That(Unsafe.SizeOf<Ntdll.SYSTEM_THREAD_INFORMATION>()).IsEqualTo(80);
        await Assert.That(Unsafe.SizeOf<Ntdll.UNICODE_STRING>()).IsEqualTo(16);
        await Assert.That(Unsafe.SizeOf<Iphlpapi.MIB_IF_ROW2>()).IsEqualTo(1352);
        await Assert.That(Unsafe.SizeOf<Iphlpapi.MIB_TCPROW_OWNER_PID>()).IsEqualTo(24);
        await Assert.That(Unsafe.SizeOf<Iphlpapi.MIB_TCP6ROW_OWNER_PID>()).IsEqualTo(56);
        await Assert.That(Unsafe.SizeOf<Iphlpapi.MIB_UDPROW_OWNER_PID>()).IsEqualTo(12);
        await Assert.That(Unsafe.SizeOf<Iphlpapi.MIB_UDP6ROW_OWNER_PID>()).IsEqualTo(28);
        await Assert.That(Unsafe.SizeOf<Iphlpapi.MIB_TCPSTATS>()).IsEqualTo(60);
        await Assert.That(Unsafe.SizeOf<Iphlpapi.MIB_TCPSTATS2>()).IsEqualTo(72);
        await Assert.That(Unsafe.SizeOf<Iphlpapi.MIB_UDPSTATS>()).IsEqualTo(20);
        await Assert.That(Unsafe.SizeOf<Iphlpapi.MIB_UDPSTATS2>()).IsEqualTo(32);
        await Assert.That(Unsafe.SizeOf<Powrprof.PROCESSOR_POWER_INFORMATION>()).IsEqualTo(24);
        await Assert.That(Unsafe.SizeOf<Wtsapi32.WTS_SESSION_INFOW>()).IsEqualTo(24);
        await Assert.That(Unsafe.SizeOf<Advapi32.SERVICE_STATUS_PROCESS>()).IsEqualTo(36);
        await Assert.That(Unsafe.SizeOf<Advapi32.QUERY_SERVICE_CONFIGW>()).IsEqualTo(64);
        await Assert.That(Unsafe.SizeOf<Advapi32.ENUM_SERVICE_STATUS_PROCESSW>()).IsEqualTo(56);
        await Assert.That(Unsafe.SizeOf<Libc.STATFS>()).IsEqualTo(120);
        await Assert.That(Unsafe.SizeOf<Libc.UTSNAME>()).IsEqualTo(390);
        await Assert.That(Unsafe.SizeOf<Libc.pollfd>()).IsEqualTo(8);
        await Assert.That(Unsafe.SizeOf<Libc.timespec>()).IsEqualTo(16);
        await Assert.That(Unsafe.SizeOf<Libc.iovec>()).IsEqualTo(16);
        await Assert.That(Unsafe.SizeOf<Libc.msghdr>()).IsEqualTo(56);
        await Assert.That(Unsafe.SizeOf<Libc.mmsghdr>()).IsEqualTo(64);
        await Assert.That(Unsafe.SizeOf<Libc.addrinfo>()).IsEqualTo(48);
        await Assert.That(Unsafe.SizeOf<Libc.statx_t>()).IsEqualTo(256);
        await Assert.That(Unsafe.SizeOf<Libc.DIRENT>()).IsEqualTo(280);
        await Assert.That(Unsafe.SizeOf<Libc.TIMEX>()).IsEqualTo(208);
        await Assert.That(Unsafe.SizeOf<Libc.sockaddr_nl>()).IsEqualTo(12);
        await Assert.That(Unsafe.SizeOf<Libc.nlmsghdr>()).IsEqualTo(16);
        await Assert.That(Unsafe.SizeOf<Libc.inet_diag_sockid>()).IsEqualTo(48);
        await Assert.That(Unsafe.SizeOf<Libc.inet_diag_req>()).IsEqualTo(60);
        await Assert.That(Unsafe.SizeOf<Libc.inet_diag_msg>()).IsEqualTo(72);
        await Assert.That(Unsafe.SizeOf<Kernel32.WIN32_FILE_ATTRIBUTE_DATA>()).IsEqualTo(36);
        await Assert.That(Unsafe.SizeOf<Kernel32.WIN32_FIND_DATAW>()).IsEqualTo(592);
        await Assert.That(Unsafe.SizeOf<Ws2_32.addrinfoW>()).IsEqualTo(48);
        await Assert.That(Unsafe.SizeOf<Advapi32.PERF_DATA_BLOCK>()).IsEqualTo(88);
        await Assert.That(Unsafe.SizeOf<Advapi32.PERF_OBJECT_TYPE>()).IsEqualTo(64);
        await Assert.That(Unsafe.SizeOf<Advapi32.PERF_COUNTER_DEFINITION>()).IsEqualTo(40);
        await Assert.That(Unsafe.SizeOf<Advapi32.PERF_INSTANCE_DEFINITION>()).IsEqualTo(24);
        await Assert.That(Unsafe.SizeOf<Pdh.PDH_RAW_COUNTER>()).IsEqualTo(40);
        await Assert.That(Unsafe.SizeOf<Pdh.PDH_RAW_COUNTER_ITEM_W>()).IsEqualTo(48);
        await Assert.That(Unsafe.SizeOf<Ws2_32.WSANETWORKEVENTS>()).IsEqualTo(44);
        await Assert.That(Unsafe.SizeOf<Advapi32.SERVICE_STATUS>()).IsEqualTo(28);
        await Assert.That(Unsafe.SizeOf<Advapi32.SERVICE_TABLE_ENTRYW>()).IsEqualTo(16);
        await Assert.That(Unsafe.SizeOf<Advapi32.SERVICE_DESCRIPTIONW>()).IsEqualTo(8);
        await Assert.That(Unsafe.SizeOf<Advapi32.SERVICE_FAILURE_ACTIONSW>()).IsEqualTo(40);
        await Assert.That(Unsafe.SizeOf<Advapi32.SC_ACTION>()).IsEqualTo(8);
        await Assert.That(Unsafe.SizeOf<Advapi32.EXPLICIT_ACCESS_W>()).IsEqualTo(48);
        await Assert.That(Unsafe.SizeOf<Advapi32.TRUSTEE_W>()).IsEqualTo(32);
        await Assert.That(Unsafe.SizeOf<Kernel32.SECURITY_ATTRIBUTES>()).IsEqualTo(24);
    }

    [Test]
    [Arguments(typeof(Kernel32.MEMORYSTATUSEX), "ullTotalPhys", 8)]
    [Arguments(typeof(Kernel32.MEMORYSTATUSEX), "ullAvailPhys", 16)]
    [Arguments(typeof(Kernel32.PERFORMANCE_INFORMATION), "CommitTotal", 8)]
    [Arguments(typeof(Kernel32.PERFORMANCE_INFORMATION), "CommitLimit", 16)]
    [Arguments(typeof(Kernel32.PERFORMANCE_INFORMATION), "PhysicalTotal", 32)]
    [Arguments(typeof(Kernel32.PERFORMANCE_INFORMATION), "SystemCache", 48)]
    [Arguments(typeof(Kernel32.PERFORMANCE_INFORMATION), "KernelPaged", 64)]
    [Arguments(typeof(Kernel32.PERFORMANCE_INFORMATION), "KernelNonpaged", 72)]
    [Arguments(typeof(Kernel32.PERFORMANCE_INFORMATION), "PageSize", 80)]
    [Arguments(typeof(Kernel32.PERFORMANCE_INFORMATION), "ThreadCount", 96)]
    [Arguments(typeof(Kernel32.ENUM_PAGE_FILE_INFORMATION), "TotalInUse", 16)]
    [Arguments(typeof(Kernel32.DISK_PERFORMANCE), "BytesWritten", 8)]
    [Arguments(typeof(Kernel32.DISK_PERFORMANCE), "ReadTime", 16)]
    [Arguments(typeof(Kernel32.DISK_PERFORMANCE), "WriteTime", 24)]
    [Arguments(typeof(Kernel32.DISK_PERFORMANCE), "IdleTime", 32)]
    [Arguments(typeof(Kernel32.DISK_PERFORMANCE), "ReadCount", 40)]
    [Arguments(typeof(Kernel32.DISK_PERFORMANCE), "QueueDepth", 48)]
    [Arguments(typeof(Kernel32.DISK_PERFORMANCE), "QueryTime", 56)]
    [Arguments(typeof(Kernel32.DISK_PERFORMANCE), "WriteCount", 44)]
    [Arguments(typeof(Kernel32.DISK_PERFORMANCE), "StorageManagerName", 68)]
    [Arguments(typeof(Advapi32.PERF_DATA_BLOCK), "TotalByteLength", 20)]
    [Arguments(typeof(Advapi32.PERF_DATA_BLOCK), "NumObjectTypes", 28)]
    [Arguments(typeof(Advapi32.PERF_DATA_BLOCK), "PerfTime", 56)]
    [Arguments(typeof(Advapi32.PERF_DATA_BLOCK), "PerfFreq", 64)]
    [Arguments(typeof(Advapi32.PERF_OBJECT_TYPE), "ObjectNameTitleIndex", 12)]
    [Arguments(typeof(Advapi32.PERF_OBJECT_TYPE), "NumCounters", 32)]
    [Arguments(typeof(Advapi32.PERF_OBJECT_TYPE), "NumInstances", 40)]
    [Arguments(typeof(Advapi32.PERF_OBJECT_TYPE), "CodePage", 44)]
    [Arguments(typeof(Advapi32.PERF_OBJECT_TYPE), "PerfFreq", 56)]
    [Arguments(typeof(Advapi32.PERF_COUNTER_DEFINITION), "CounterNameTitleIndex", 4)]
    [Arguments(typeof(Advapi32.PERF_COUNTER_DEFINITION), "CounterType", 28)]
    [Arguments(typeof(Advapi32.PERF_COUNTER_DEFINITION), "CounterOffset", 36)]
    [Arguments(typeof(Advapi32.PERF_INSTANCE_DEFINITION), "UniqueID", 12)]
    [Arguments(typeof(Advapi32.PERF_INSTANCE_DEFINITION), "NameLength", 20)]
    [Arguments(typeof(Pdh.PDH_COUNTER_INFO_W), "dwType", 4)]
    [Arguments(typeof(Pdh.PDH_RAW_COUNTER), "FirstValue", 16)]
    [Arguments(typeof(Pdh.PDH_RAW_COUNTER), "SecondValue", 24)]
    [Arguments(typeof(Pdh.PDH_RAW_COUNTER), "MultiCount", 32)]
    [Arguments(typeof(Ntdll.SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION), "KernelTime", 8)]
    [Arguments(typeof(Ntdll.SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION), "UserTime", 16)]
    [Arguments(typeof(Ntdll.SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION), "InterruptCount", 40)]
    [Arguments(typeof(Ntdll.SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION), "DpcTime", 24)]
    [Arguments(typeof(Ntdll.SYSTEM_PROCESSOR_PERFORMANCE_INFORMATION), "InterruptTime", 32)]
    [Arguments(typeof(Ntdll.SYSTEM_PERFORMANCE_INFORMATION), "PageFaultCount", 60)]
    [Arguments(typeof(Ntdll.SYSTEM_PERFORMANCE_INFORMATION), "PageReadCount", 80)]
    [Arguments(typeof(Ntdll.SYSTEM_PERFORMANCE_INFORMATION), "PageReadIoCount", 84)]
    [Arguments(typeof(Ntdll.SYSTEM_PERFORMANCE_INFORMATION), "DirtyPagesWriteCount", 96)]
    [Arguments(typeof(Ntdll.SYSTEM_PERFORMANCE_INFORMATION), "MappedPagesWriteCount", 104)]
    [Arguments(typeof(Ntdll.SYSTEM_PERFORMANCE_INFORMATION), "ContextSwitches", 296)]
    [Arguments(typeof(Ntdll.SYSTEM_PROCESS_INFORMATION), "CreateTime", 32)]
    [Arguments(typeof(Ntdll.SYSTEM_PROCESS_INFORMATION), "UserTime", 40)]
    [Arguments(typeof(Ntdll.SYSTEM_PROCESS_INFORMATION), "KernelTime", 48)]
    [Arguments(typeof(Ntdll.SYSTEM_PROCESS_INFORMATION), "ImageName", 56)]
    [Arguments(typeof(Ntdll.SYSTEM_PROCESS_INFORMATION), "UniqueProcessId", 80)]
    [Arguments(typeof(Ntdll.SYSTEM_PROCESS_INFORMATION), "HandleCount", 96)]
    [Arguments(typeof(Ntdll.SYSTEM_PROCESS_INFORMATION), "WorkingSetSize", 144)]
    [Arguments(typeof(Ntdll.SYSTEM_THREAD_INFORMATION), "ThreadState", 68)]
    [Arguments(typeof(Ntdll.SYSTEM_THREAD_INFORMATION), "WaitReason", 72)]
    [Arguments(typeof(Ntdll.UNICODE_STRING), "Buffer", 8)]
    [Arguments(typeof(Iphlpapi.MIB_TCPROW_OWNER_PID), "dwLocalPort", 8)]
    [Arguments(typeof(Iphlpapi.MIB_TCP6ROW_OWNER_PID), "dwLocalPort", 20)]
    [Arguments(typeof(Iphlpapi.MIB_TCP6ROW_OWNER_PID), "dwState", 48)]
    [Arguments(typeof(Iphlpapi.MIB_UDPROW_OWNER_PID), "dwLocalPort", 4)]
    [Arguments(typeof(Iphlpapi.MIB_UDP6ROW_OWNER_PID), "dwLocalPort", 20)]
    [Arguments(typeof(Iphlpapi.MIB_TCPSTATS), "dwActiveOpens", 16)]
    [Arguments(typeof(Iphlpapi.MIB_TCPSTATS), "dwInSegs", 36)]
    [Arguments(typeof(Iphlpapi.MIB_TCPSTATS2), "dw64InSegs", 40)]
    [Arguments(typeof(Iphlpapi.MIB_TCPSTATS2), "dwRetransSegs", 56)]
    [Arguments(typeof(Iphlpapi.MIB_UDPSTATS), "dwOutDatagrams", 12)]
    [Arguments(typeof(Iphlpapi.MIB_UDPSTATS2), "dw64OutDatagrams", 16)]
    [Arguments(typeof(Wtsapi32.WTS_SESSION_INFOW), "State", 16)]
    [Arguments(typeof(Advapi32.SERVICE_STATUS_PROCESS), "dwProcessId", 28)]
    [Arguments(typeof(Advapi32.QUERY_SERVICE_CONFIGW), "dwStartType", 4)]
    [Arguments(typeof(Iphlpapi.MIB_IF_TABLE2), "Table", 8)]
    [Arguments(typeof(Iphlpapi.MIB_IF_ROW2), "Alias", 28)]
    [Arguments(typeof(Iphlpapi.MIB_IF_ROW2), "Description", 542)]
    [Arguments(typeof(Iphlpapi.MIB_IF_ROW2), "PhysicalAddressLength", 1056)]
    [Arguments(typeof(Iphlpapi.MIB_IF_ROW2), "Mtu", 1124)]
    [Arguments(typeof(Iphlpapi.MIB_IF_ROW2), "Type", 1128)]
    [Arguments(typeof(Iphlpapi.MIB_IF_ROW2), "TunnelType", 1132)]
    [Arguments(typeof(Iphlpapi.MIB_IF_ROW2), "InterfaceAndOperStatusFlags", 1152)]
    [Arguments(typeof(Iphlpapi.MIB_IF_ROW2), "OperStatus", 1156)]
    [Arguments(typeof(Iphlpapi.MIB_IF_ROW2), "TransmitLinkSpeed", 1192)]
    [Arguments(typeof(Iphlpapi.MIB_IF_ROW2), "InOctets", 1208)]
    [Arguments(typeof(Iphlpapi.MIB_IF_ROW2), "OutOctets", 1280)]
    [Arguments(typeof(Iphlpapi.MIB_IF_ROW2), "OutQLen", 1344)]
    [Arguments(typeof(Iphlpapi.IP_ADAPTER_ADDRESSES), "Next", 8)]
    [Arguments(typeof(Iphlpapi.IP_ADAPTER_ADDRESSES), "IfType", 100)]
    [Arguments(typeof(Iphlpapi.IP_ADAPTER_ADDRESSES), "Luid", 224)]
    [Arguments(typeof(Libc.STATFS), "f_blocks", 16)]
    [Arguments(typeof(Libc.STATFS), "f_bfree", 24)]
    [Arguments(typeof(Libc.STATFS), "f_bavail", 32)]
    [Arguments(typeof(Libc.STATFS), "f_frsize", 72)]
    [Arguments(typeof(Libc.UTSNAME), "nodename", 65)]
    [Arguments(typeof(Libc.pollfd), "events", 4)]
    [Arguments(typeof(Libc.pollfd), "revents", 6)]
    [Arguments(typeof(Libc.timespec), "tv_nsec", 8)]
    [Arguments(typeof(Libc.iovec), "iov_len", 8)]
    [Arguments(typeof(Libc.msghdr), "msg_iov", 16)]
    [Arguments(typeof(Libc.msghdr), "msg_iovlen", 24)]
    [Arguments(typeof(Libc.mmsghdr), "msg_len", 56)]
    [Arguments(typeof(Libc.addrinfo), "ai_addrlen", 16)]
    [Arguments(typeof(Libc.addrinfo), "ai_addr", 24)]
    [Arguments(typeof(Libc.addrinfo), "ai_canonname", 32)]
    [Arguments(typeof(Libc.addrinfo), "ai_next", 40)]
    [Arguments(typeof(Libc.statx_t), "stx_mode", 28)]
    [Arguments(typeof(Libc.statx_t), "stx_size", 40)]
    [Arguments(typeof(Libc.statx_t), "stx_mtime", 112)]
    [Arguments(typeof(Libc.statx_t), "stx_dev_major", 136)]
    [Arguments(typeof(Libc.DIRENT), "d_name", 19)]
    [Arguments(typeof(Libc.TIMEX), "offset", 8)]
    [Arguments(typeof(Libc.TIMEX), "maxerror", 24)]
    [Arguments(typeof(Libc.TIMEX), "esterror", 32)]
    [Arguments(typeof(Libc.TIMEX), "status", 40)]
    [Arguments(typeof(Libc.nlmsghdr), "nlmsg_type", 4)]
    [Arguments(typeof(Libc.inet_diag_sockid), "idiag_src", 4)]
    [Arguments(typeof(Libc.inet_diag_req), "idiag_states", 52)]
    [Arguments(typeof(Libc.inet_diag_msg), "id", 4)]
    [Arguments(typeof(Libc.inet_diag_msg), "idiag_inode", 68)]
    [Arguments(typeof(Kernel32.WIN32_FILE_ATTRIBUTE_DATA), "ftLastWriteTime", 20)]
    [Arguments(typeof(Kernel32.WIN32_FILE_ATTRIBUTE_DATA), "nFileSizeHigh", 28)]
    [Arguments(typeof(Kernel32.WIN32_FIND_DATAW), "cFileName", 44)]
    [Arguments(typeof(Ws2_32.addrinfoW), "ai_addrlen", 16)]
    [Arguments(typeof(Ws2_32.addrinfoW), "ai_canonname", 24)]
    [Arguments(typeof(Ws2_32.addrinfoW), "ai_addr", 32)]
    [Arguments(typeof(Ws2_32.addrinfoW), "ai_next", 40)]
    [Arguments(typeof(Ws2_32.WSANETWORKEVENTS), "iErrorCode", 4)]
    public async Task Fields_stand_where_the_system_has_them(Type type, string field, int offset)
    {
        await Assert.That((int)Marshal.OffsetOf(type, field)).IsEqualTo(offset);
    }
}
