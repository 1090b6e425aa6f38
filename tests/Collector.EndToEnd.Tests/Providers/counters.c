/* A provider of performance counters, as version 1 has them: the system loads it into whoever reads
   HKEY_PERFORMANCE_DATA. It has an object with instances and one without; each half second counts one step.
   https://learn.microsoft.com/windows/win32/perfctrs/creating-a-performance-extension-dll */

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;

#define EXPORT __declspec(dllexport)
#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

enum { ERROR_MORE_DATA = 234, NO_ID = -1, NO_INSTANCES = -1 };

/* the structures of winperf.h */
struct object { u32 bytes, definition_bytes, header_bytes, title, title_text, help, help_text, detail, counters; int default_counter, instances; u32 code_page; u64 time, frequency; };
struct counter { u32 bytes, title, title_text, help, help_text; int scale; u32 detail, type, size, offset; };
struct instance { u32 bytes, parent_title, parent_index; int id; u32 name_offset, name_bytes; u16 name[12]; };
struct queue_block { u32 bytes, requests; u64 sent, busy; u32 waiting, used, capacity, unused; };
struct total_block { u64 bytes, level; };

static const struct counter queue_counters[] = {
    { 40, 20002, 0, 20003, 0, 0, 100, 0x10410400, 4, 4 },   /* PERF_COUNTER_COUNTER */
    { 40, 20004, 0, 20005, 0, 0, 100, 0x10410500, 8, 8 },   /* PERF_COUNTER_BULK_COUNT */
    { 40, 20006, 0, 20007, 0, 0, 100, 0x20510500, 8, 16 },  /* PERF_100NSEC_TIMER */
    { 40, 20008, 0, 20009, 0, 0, 100, 0x00010000, 4, 24 },  /* PERF_COUNTER_RAWCOUNT */
    { 40, 20010, 0, 20011, 0, 0, 100, 0x20020400, 4, 28 },  /* PERF_RAW_FRACTION */
    { 40, 20010, 0, 20011, 0, 0, 100, 0x40030403, 4, 32 },  /* PERF_RAW_BASE */
};
static const struct counter total_counter = { 40, 20022, 0, 20023, 0, 0, 100, 0x00010100, 8, 8 };

static const u16 *const names[] = { u"mail", u"print", u"print", u"_Total", u"fleeting" };
static u32 reads;

/* Windows shows every process the milliseconds since it started here; Wine loads the provider anew for each read,
   so nothing that it counts itself would grow. */
#define TICKS (*(volatile u64 *)0x7FFE0320)

/* the compiler's own calls */
void *memset(void *to, int value, u64 count) { for (u8 *p = to; count--; ) *p++ = (u8)value; return to; }
void *memcpy(void *to, const void *from, u64 count) { const u8 *s = from; for (u8 *p = to; count--; ) *p++ = *s++; return to; }

static int is_wanted(const u16 *query, u32 title)
{
    if (!query || *query == 'G') return 1;
    while (*query) {
        u32 number = 0;
        while (*query >= '0' && *query <= '9') number = number * 10 + (*query++ - '0');
        if (number == title) return 1;
        if (*query) query++;
    }
    return 0;
}

static u8 *write_queues(u8 *at)
{
    /* the last instance is there in every other half second */
    u32 count = LENGTH(names) - reads % 2;
    struct object *object = (struct object *)at;
    *object = (struct object){ 0, sizeof *object + sizeof queue_counters, sizeof *object, 20000, 0, 20001, 0, 100, LENGTH(queue_counters), 0, (int)count, 0, reads, 1 };
    memcpy(at + sizeof *object, queue_counters, sizeof queue_counters);
    u8 *end = at + object->definition_bytes;
    for (u32 index = 0; index < count; index++) {
        struct instance *instance = (struct instance *)end;
        *instance = (struct instance){ sizeof *instance, 0, 0, NO_ID, 24, 0, { 0 } };
        for (u32 length = 0; names[index][length]; length++) {
            instance->name[length] = names[index][length];
            instance->name_bytes = (length + 2) * sizeof(u16);
        }
        struct queue_block *block = (struct queue_block *)(end + sizeof *instance);
        *block = (struct queue_block){ sizeof *block, 0xFFFFFFF0u + reads * 10, (1ull << 33) + reads, 15000000ull * reads, 7 + index, 1, 4, 0 };
        end = (u8 *)(block + 1);
    }
    object->bytes = (u32)(end - at);
    return end;
}

static u8 *write_totals(u8 *at)
{
    struct object *object = (struct object *)at;
    struct total_block *block = (struct total_block *)(at + sizeof *object + sizeof total_counter);
    *object = (struct object){ (u32)((u8 *)(block + 1) - at), sizeof *object + sizeof total_counter, sizeof *object, 20020, 0, 20021, 0, 100, 1, 0, NO_INSTANCES, 0, reads, 1 };
    memcpy(at + sizeof *object, &total_counter, sizeof total_counter);
    *block = (struct total_block){ sizeof *block, 123456789 };
    return (u8 *)(block + 1);
}

EXPORT u32 Open(u16 *devices) { (void)devices; return 0; }
EXPORT u32 Close(void) { return 0; }

EXPORT u32 Collect(u16 *query, void **data, u32 *bytes, u32 *objects)
{
    u8 *at = *data, *end = at;
    u32 room = *bytes;
    *bytes = 0;
    *objects = 0;
    if (room < 2048) return ERROR_MORE_DATA;
    if (is_wanted(query, 20000)) { reads = (u32)(TICKS / 500); end = write_queues(end); ++*objects; }
    if (is_wanted(query, 20020)) { end = write_totals(end); ++*objects; }
    *bytes = (u32)(end - at);
    *data = end;
    return 0;
}

int DllMain_(void *module, u32 reason, void *reserved) { (void)module; (void)reason; (void)reserved; return 1; }
