// Graphite lines by hand: copies of what is known, and digits two at a time.
#pragma once

#include <stdint.h>
#include <string.h>

typedef uint64_t u64;

struct node { const char *name; size_t length; };

static const struct node none = { "", 0 };

struct lines {
    char *out;
    size_t length, count;
    const char *prefix;
    size_t prefix_length, stamp_length;
    char stamp[24];
};

static inline char *put_digits(char *at, u64 value)
{
    static const char pairs[] =
        "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354"
        "5556575859606162636465666768697071727374757677787980818283848586878889909192939495969798990";
    char digits[20];
    char *first = digits + sizeof digits;
    while (value >= 100) {
        memcpy(first -= 2, pairs + value % 100 * 2, 2);
        value /= 100;
    }
    if (value >= 10) {
        memcpy(first -= 2, pairs + value * 2, 2);
    } else {
        *--first = (char)('0' + value);
    }
    size_t length = (size_t)(digits + sizeof digits - first);
    memcpy(at, first, length);
    return at + length;
}

static inline void begin_lines(struct lines *lines, const char *prefix, u64 stamp)
{
    lines->length = lines->count = 0;
    lines->prefix = prefix;
    lines->prefix_length = strlen(prefix);
    lines->stamp[0] = ' ';
    char *end = put_digits(lines->stamp + 1, stamp);
    *end++ = '\n';
    lines->stamp_length = (size_t)(end - lines->stamp);
}

static inline char *put_text(char *at, const char *text)
{
    size_t length = strlen(text);
    memcpy(at, text, length);
    return at + length;
}

static inline char *put_path(struct lines *lines, const char *before, struct node node, const char *after)
{
    char *at = lines->out + lines->length;
    memcpy(at, lines->prefix, lines->prefix_length);
    at = put_text(at + lines->prefix_length, before);
    for (size_t i = 0; i < node.length; i++) {
        char c = node.name[i];
        int plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        *at++ = plain ? c : '_';
    }
    return put_text(at, after);
}

static inline void end_line(struct lines *lines, char *at)
{
    memcpy(at, lines->stamp, lines->stamp_length);
    lines->length = (size_t)(at - lines->out) + lines->stamp_length;
    lines->count++;
}

static inline void put_whole(struct lines *lines, const char *before, struct node node, const char *after, u64 value)
{
    end_line(lines, put_digits(put_path(lines, before, node, after), value));
}

// At most so many decimals, trailing zeros left out; for values that are not negative.
static inline void put_decimal(
    struct lines *lines, const char *before, struct node node, const char *after, double value, int decimals)
{
    static const u64 powers[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };
    char *at = put_path(lines, before, node, after);
    u64 whole = (u64)value;
    u64 fraction = (u64)((value - (double)whole) * (double)powers[decimals] + 0.5);
    if (fraction == powers[decimals]) {
        fraction = 0;
        whole++;
    }
    at = put_digits(at, whole);
    if (fraction != 0) {
        while (fraction % 10 == 0) {
            fraction /= 10;
            decimals--;
        }
        *at = '.';
        for (int i = decimals; i > 0; i--) {
            at[i] = (char)('0' + fraction % 10);
            fraction /= 10;
        }
        at += decimals + 1;
    }
    end_line(lines, at);
}
