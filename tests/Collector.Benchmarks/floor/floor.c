// The practical floor: what a plain C program needs to read what the collector reads and to send the same lines.
// It keeps its files open, preads each once a tick, formats by hand into one buffer and sends once.
//
//   floor HOST PORT INTERVAL_SECONDS PREFIX    every interval, aligned to the wall clock
//   floor --format-bench                       nanoseconds a line of the formatter alone
#include "line.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

enum { MaxMounts = 64, MaxColumns = 20, BufferSize = 1 << 20, Nanosecond = 1000000000 };

static char in[BufferSize];
static char out[BufferSize];
static char mounts[MaxMounts][4096];
static int mount_count;
static struct lines lines = { .out = out };
static struct { double tick_seconds; u64 lines, bytes; } self;

static void die(const char *what)
{
    perror(what);
    exit(1);
}

static int open_proc(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        die(path);
    }
    return fd;
}

// The kernel hands out at most a page of records at once: less than that, by more than a record, is the end.
static char *pread_all(int fd)
{
    size_t length = 0;
    ssize_t got;
    do {
        got = pread(fd, in + length, sizeof in - 1 - length, (off_t)length);
        if (got < 0) {
            die("pread");
        }
        length += (size_t)got;
    } while (got > 3072 && got <= 4096);
    in[length] = '\0';
    return in;
}

static char *next_line(char *at)
{
    char *end = strchr(at, '\n');
    return end == NULL ? at + strlen(at) : end + 1;
}

static char *skip_blanks(char *at)
{
    while (*at == ' ') {
        at++;
    }
    return at;
}

static u64 whole(char **at)
{
    u64 value = 0;
    char *digit = skip_blanks(*at);
    while (*digit >= '0' && *digit <= '9') {
        value = value * 10 + (u64)(*digit++ - '0');
    }
    *at = digit;
    return value;
}

static double decimal(char **at)
{
    double value = (double)whole(at);
    double unit = 1;
    if (**at == '.') {
        for ((*at)++; **at >= '0' && **at <= '9'; (*at)++) {
            unit /= 10;
            value += unit * (**at - '0');
        }
    }
    return value;
}

static void cpu(int fd, double tick)
{
    for (char *at = pread_all(fd); strncmp(at, "cpu", 3) == 0; at = next_line(at)) {
        if (at[3] == ' ') {
            continue;
        }
        char *name = at + 3;
        char *field = strchr(name, ' ');
        struct node node = { name, (size_t)(field - name) };
        u64 columns[5];
        for (int i = 0; i < 5; i++) {
            columns[i] = whole(&field);
        }
        put_decimal(&lines, "cpu.", node, ".user ", (double)columns[0] / tick, 6);
        put_decimal(&lines, "cpu.", node, ".system ", (double)columns[2] / tick, 6);
        put_decimal(&lines, "cpu.", node, ".idle ", (double)columns[3] / tick, 6);
        put_decimal(&lines, "cpu.", node, ".iowait ", (double)columns[4] / tick, 6);
    }
}

static u64 kibibytes(char *at, const char *key)
{
    char *value = strstr(at, key);
    if (value == NULL) {
        return 0;
    }
    value += strlen(key);
    return whole(&value) * 1024;
}

static double percent(u64 part, u64 of)
{
    return of == 0 ? 0 : 100.0 * (double)part / (double)of;
}

static void memory_and_swap(int fd)
{
    char *at = pread_all(fd);
    u64 total = kibibytes(at, "MemTotal:"), available = kibibytes(at, "MemAvailable:");
    u64 swap = kibibytes(at, "SwapTotal:"), swap_free = kibibytes(at, "SwapFree:");
    put_whole(&lines, "memory.total ", none, "", total);
    put_whole(&lines, "memory.available ", none, "", available);
    put_whole(&lines, "memory.used ", none, "", total - available);
    put_whole(&lines, "memory.free ", none, "", kibibytes(at, "MemFree:"));
    put_decimal(&lines, "memory.percent ", none, "", percent(total - available, total), 4);
    put_whole(&lines, "swap.total ", none, "", swap);
    put_whole(&lines, "swap.used ", none, "", swap - swap_free);
    put_whole(&lines, "swap.free ", none, "", swap_free);
    put_decimal(&lines, "swap.percent ", none, "", percent(swap - swap_free, swap), 4);
}

static void disk_io(int fd)
{
    static const char *const names[] = { ".read_count ", ".read_bytes ", ".read_time ", ".write_count ",
                                         ".write_bytes ", ".write_time " };
    static const int columns[] = { 0, 2, 3, 4, 6, 7 };
    static const u64 scales[] = { 1, 512, 1, 1, 512, 1 };
    for (char *at = pread_all(fd); *at != '\0'; at = next_line(at)) {
        whole(&at);
        whole(&at);
        char *name = skip_blanks(at);
        char *field = strchr(name, ' ');
        if (strncmp(name, "loop", 4) == 0 || strncmp(name, "ram", 3) == 0) {
            continue;
        }
        u64 values[8];
        struct node node = { name, (size_t)(field - name) };
        for (int i = 0; i < 8; i++) {
            values[i] = whole(&field);
        }
        for (int i = 0; i < 6; i++) {
            put_whole(&lines, "disk_io.", node, names[i], values[columns[i]] * scales[i]);
        }
    }
}

static void net_io(int fd)
{
    static const char *const names[] = { ".bytes_recv ", ".packets_recv ", ".errin ", ".dropin ",
                                         ".bytes_sent ", ".packets_sent ", ".errout ", ".dropout " };
    static const int columns[] = { 0, 1, 2, 3, 8, 9, 10, 11 };
    for (char *at = next_line(next_line(pread_all(fd))); *at != '\0'; at = next_line(at)) {
        char *name = skip_blanks(at);
        char *field = strchr(name, ':');
        if (strncmp(name, "veth", 4) == 0) {
            continue;
        }
        u64 values[12];
        struct node node = { name, (size_t)(field++ - name) };
        for (int i = 0; i < 12; i++) {
            values[i] = whole(&field);
        }
        for (int i = 0; i < 8; i++) {
            put_whole(&lines, "net_io.", node, names[i], values[columns[i]]);
        }
    }
}

static void load(int fd)
{
    char *at = pread_all(fd);
    put_decimal(&lines, "load.shortterm ", none, "", decimal(&at), 2);
    at++;
    put_decimal(&lines, "load.midterm ", none, "", decimal(&at), 2);
    at++;
    put_decimal(&lines, "load.longterm ", none, "", decimal(&at), 2);
}

static void uptime(int fd)
{
    char *at = pread_all(fd);
    put_decimal(&lines, "uptime.uptime ", none, "", decimal(&at), 6);
}

static void disk_usage(void)
{
    for (int i = 0; i < mount_count; i++) {
        struct statfs fs;
        if (statfs(mounts[i], &fs) != 0) {
            continue;
        }
        struct node node = { mounts[i] + 1, strlen(mounts[i] + 1) };
        if (node.length == 0) {
            node = (struct node) { "root", 4 };
        }
        u64 unit = (u64)fs.f_bsize, used = (fs.f_blocks - fs.f_bfree) * unit, available = fs.f_bavail * unit;
        put_whole(&lines, "disk_usage.", node, ".total ", fs.f_blocks * unit);
        put_whole(&lines, "disk_usage.", node, ".used ", used);
        put_whole(&lines, "disk_usage.", node, ".free ", available);
        put_decimal(&lines, "disk_usage.", node, ".percent ", percent(used, used + available), 4);
    }
}

static void own(void)
{
    put_decimal(&lines, "self.tick_seconds ", none, "", self.tick_seconds, 6);
    put_whole(&lines, "self.allocated_bytes ", none, "", 0);
    put_whole(&lines, "self.lines ", none, "", self.lines);
    put_whole(&lines, "self.bytes ", none, "", self.bytes);
    put_whole(&lines, "self.dropped ", none, "", 0);
    put_whole(&lines, "self.failed_groups ", none, "", 0);
}

// File systems on a device, each device once: they rarely change, so they are looked for at the start only.
static void find_mounts(void)
{
    static dev_t seen[MaxMounts];
    int fd = open_proc("/proc/self/mountinfo");
    ssize_t length, total = 0;
    while ((length = read(fd, in + total, sizeof in - 1 - (size_t)total)) > 0) {
        total += length;
    }
    in[total] = '\0';
    close(fd);
    for (char *at = in; *at != '\0' && mount_count < MaxMounts; at = next_line(at)) {
        unsigned major_number, minor_number;
        char path[4096], source[4096];
        if (sscanf(at, "%*d %*d %u:%u %*s %4095s", &major_number, &minor_number, path) != 3
            || sscanf(strstr(at, " - "), " - %*s %4095s", source) != 1 || strncmp(source, "/dev/", 5) != 0) {
            continue;
        }
        dev_t device = makedev(major_number, minor_number);
        int known = 0;
        for (int i = 0; i < mount_count; i++) {
            known |= seen[i] == device;
        }
        if (!known) {
            seen[mount_count] = device;
            strcpy(mounts[mount_count++], path);
        }
    }
}

static int connect_to(const char *host, int port)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port) };
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (inet_pton(AF_INET, host, &address.sin_addr) != 1) {
        errno = EINVAL;
        die(host);
    }
    if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof address) != 0) {
        die("connect");
    }
    return fd;
}

static double seconds_between(struct timespec from, struct timespec to)
{
    return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / Nanosecond;
}

static void run(const char *host, int port, int interval, const char *prefix)
{
    double tick = (double)sysconf(_SC_CLK_TCK);
    int stat = open_proc("/proc/stat"), meminfo = open_proc("/proc/meminfo"), disks = open_proc("/proc/diskstats");
    int net = open_proc("/proc/net/dev"), loadavg = open_proc("/proc/loadavg"), up = open_proc("/proc/uptime");
    find_mounts();
    int socket = connect_to(host, port);
    for (;;) {
        struct timespec begin, end;
        clock_gettime(CLOCK_REALTIME, &begin);
        time_t stamp = begin.tv_sec - begin.tv_sec % interval;
        begin_lines(&lines, prefix, (u64)stamp);
        cpu(stat, tick);
        memory_and_swap(meminfo);
        disk_usage();
        disk_io(disks);
        net_io(net);
        load(loadavg);
        uptime(up);
        own();
        self.lines += lines.count;
        self.bytes += lines.length;
        if (send(socket, out, lines.length, MSG_NOSIGNAL) != (ssize_t)lines.length) {
            die("send");
        }
        clock_gettime(CLOCK_REALTIME, &end);
        self.tick_seconds = seconds_between(begin, end);
        struct timespec next = { .tv_sec = stamp + interval };
        clock_nanosleep(CLOCK_REALTIME, TIMER_ABSTIME, &next, NULL);
    }
}

// The names and values of SerializerBenchmarks.cs: 12 interfaces and 6 processors, a fifth of the lines with decimals.
static void format_lines(void)
{
    static const char *const nets[] = { ".bytes_sent ", ".bytes_recv ", ".packets_sent ", ".packets_recv ",
                                        ".errin ", ".errout ", ".dropin ", ".dropout " };
    static const char *const cpus[] = { ".user ", ".system ", ".idle ", ".iowait " };
    char name[8];
    for (u64 i = 0; i < 12; i++) {
        memcpy(name, "eth", 3);
        struct node node = { name, (size_t)(put_digits(name + 3, i) - name) };
        for (u64 j = 0; j < 8; j++) {
            put_whole(&lines, "net_io.", node, nets[j], (i * 8 + j) * (i * 8 + j) * 1000003);
        }
    }
    for (u64 i = 0; i < 6; i++) {
        struct node node = { name, (size_t)(put_digits(name, i) - name) };
        for (u64 j = 0; j < 4; j++) {
            put_decimal(&lines, "cpu.", node, cpus[j], (double)((i * 4 + j) * 1234567 + 89) / 100.0, 6);
        }
    }
}

static void format_bench(void)
{
    enum { Lines = 120, Rounds = 200000, Repeats = 7 };
    double best = 1e9;
    for (int repeat = 0; repeat < Repeats; repeat++) {
        struct timespec begin, end;
        clock_gettime(CLOCK_MONOTONIC, &begin);
        for (int round = 0; round < Rounds; round++) {
            begin_lines(&lines, "collector.b17.", 1700000000);
            format_lines();
            __asm__ volatile("" : : "r"(out) : "memory");
        }
        clock_gettime(CLOCK_MONOTONIC, &end);
        double spent = seconds_between(begin, end) * Nanosecond / Rounds / Lines;
        best = spent < best ? spent : best;
    }
    printf("%.1f\n", best);
}

int main(int count, char **arguments)
{
    if (count == 2 && strcmp(arguments[1], "--format-bench") == 0) {
        format_bench();
        return 0;
    }
    if (count != 5 || atoi(arguments[3]) < 1) {
        fprintf(stderr, "usage: floor HOST PORT INTERVAL_SECONDS PREFIX | floor --format-bench\n");
        return 64;
    }
    run(arguments[1], atoi(arguments[2]), atoi(arguments[3]), arguments[4]);
}
