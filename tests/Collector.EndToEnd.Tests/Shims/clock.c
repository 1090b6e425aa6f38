// Lets the clocks of a program lie: the wall clock can be set while it runs, and time can run faster.
//
//   clang -O2 -shared -fPIC -o clock.so clock.c        LD_PRELOAD=$PWD/clock.so CLOCK_FILE=$PWD/clock program
//
// CLOCK_FILE names a file with two numbers, "OFFSET FACTOR", either of them with a fraction if need be; the second one
// may be left out, and is then 1. It is read again every 10 ms of real time, so whoever writes it changes the clocks of
// a running program. Replace it by renaming: what is half written would be taken for a number.
//
//   OFFSET   how many seconds the wall clock is ahead of the one that time gives; a change is a step
//   FACTOR   how many seconds pass in a real one, for the wall clock and the monotonic clocks alike; both go on from
//            where they are when it changes
//
// The program sees it in clock_gettime (all but the clocks of processor time), gettimeofday and time. What waits with a
// timeout (poll, ppoll, nanosleep, clock_nanosleep, pthread_cond_timedwait) waits for a FACTORth of it; it looks at the
// clocks again after 50 ms at the latest, so that a factor that grows shortens the waits under way. The files of the
// kernel, the times of files, and the waits inside of the C library (such as for a name server) stay as they are.
//
// The program has to call these functions through its table of dynamic symbols. Executables of NativeAOT do that where
// DirectPInvoke names libc, and the runtime itself always does.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

typedef long long nanoseconds;

enum { SECOND = 1000000000, SLICE = 50000000, REREAD = 10000000, STATES = 1024 };

// How time goes from a moment on. A state is never changed once it is shown, so it takes no lock to read it.
struct state {
    nanoseconds real, monotonic, wall;
    double offset, factor;
};

static struct state states[STATES];
static int count;
static struct state *current;
static nanoseconds read_at;
static int reading;

static int (*real_clock_gettime)(clockid_t, struct timespec *);
static int (*real_ppoll)(struct pollfd *, nfds_t, const struct timespec *, const sigset_t *);
static int (*real_nanosleep)(const struct timespec *, struct timespec *);
static int (*real_timedwait)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);

static nanoseconds of(const struct timespec *time) { return (nanoseconds)time->tv_sec * SECOND + time->tv_nsec; }

static struct timespec to(nanoseconds time) {
    struct timespec result = { time / SECOND, time % SECOND };
    return result;
}

static nanoseconds real(clockid_t clock) {
    struct timespec time;
    real_clock_gettime(clock, &time);
    return of(&time);
}

static nanoseconds passed(const struct state *state, nanoseconds now) {
    return (nanoseconds)((long double)(now - state->real) * state->factor);
}

static void show(nanoseconds now, double offset, double factor) {
    struct state *old = current, *new = &states[count++ % STATES];
    new->real = now;
    new->monotonic = old ? old->monotonic + passed(old, now) : now;
    new->wall = old ? old->wall + passed(old, now) : real(CLOCK_REALTIME);
    new->offset = offset;
    new->factor = factor;
    __atomic_store_n(&current, new, __ATOMIC_RELEASE);
}

// Looks whether somebody has changed the file.
static void reread(nanoseconds now) {
    const char *path = getenv("CLOCK_FILE");
    int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    char text[64];
    ssize_t length = file < 0 ? 0 : read(file, text, sizeof text - 1);
    if (file >= 0)
        close(file);

    double offset = current ? current->offset : 0, factor = current ? current->factor : 1;
    if (length > 0) {
        text[length] = 0;
        char *end;
        offset = strtod(text, &end);
        double number = strtod(end, NULL);
        factor = number > 0 ? number : 1;
    }

    if (!current || offset != current->offset || factor != current->factor)
        show(now, offset, factor);
}

static void start(void) {
    if (current)
        return;
    real_clock_gettime = dlsym(RTLD_NEXT, "clock_gettime");
    real_ppoll = dlsym(RTLD_NEXT, "ppoll");
    real_nanosleep = dlsym(RTLD_NEXT, "nanosleep");
    real_timedwait = dlsym(RTLD_NEXT, "pthread_cond_timedwait");
    // The kernel lets waits end 50 us late, which would be 50 ms of a time that runs a thousand times faster.
    prctl(PR_SET_TIMERSLACK, 1);
    reread(read_at = real(CLOCK_MONOTONIC));
}

__attribute__((constructor)) static void load(void) { start(); }

static const struct state *look(nanoseconds *now) {
    start();
    *now = real(CLOCK_MONOTONIC);
    if (*now - __atomic_load_n(&read_at, __ATOMIC_RELAXED) >= REREAD && !__atomic_exchange_n(&reading, 1, __ATOMIC_ACQUIRE)) {
        int error = errno;
        reread(*now);
        errno = error;
        __atomic_store_n(&read_at, *now, __ATOMIC_RELAXED);
        __atomic_store_n(&reading, 0, __ATOMIC_RELEASE);
    }

    return __atomic_load_n(&current, __ATOMIC_ACQUIRE);
}

static nanoseconds monotonic(void) {
    nanoseconds now;
    const struct state *state = look(&now);
    return state->monotonic + passed(state, now);
}

static nanoseconds wall(void) {
    nanoseconds now;
    const struct state *state = look(&now);
    return state->wall + passed(state, now) + (nanoseconds)(state->offset * SECOND);
}

// The real time until then, or until it is time to look again.
static nanoseconds slice(nanoseconds deadline) {
    nanoseconds now, rest = deadline - monotonic();
    nanoseconds wait = (nanoseconds)((double)rest / look(&now)->factor);
    return wait < 0 ? 0 : wait < SLICE ? wait : SLICE;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    start();
    switch (clock) {
    case CLOCK_REALTIME:
    case CLOCK_REALTIME_COARSE:
        *time = to(wall());
        return 0;
    case CLOCK_MONOTONIC:
    case CLOCK_MONOTONIC_RAW:
    case CLOCK_MONOTONIC_COARSE:
    case CLOCK_BOOTTIME:
        *time = to(monotonic());
        return 0;
    default:
        return real_clock_gettime(clock, time);
    }
}

int gettimeofday(struct timeval *restrict value, void *restrict zone) {
    (void)zone;
    nanoseconds now = wall();
    value->tv_sec = now / SECOND;
    value->tv_usec = now % SECOND / 1000;
    return 0;
}

time_t time(time_t *result) {
    time_t now = wall() / SECOND;
    if (result)
        *result = now;
    return now;
}

int ppoll(struct pollfd *files, nfds_t length, const struct timespec *timeout, const sigset_t *mask) {
    start();
    if (!timeout)
        return real_ppoll(files, length, NULL, mask);
    for (nanoseconds deadline = monotonic() + of(timeout);;) {
        nanoseconds wait = slice(deadline);
        struct timespec rest = to(wait);
        int result = real_ppoll(files, length, &rest, mask);
        if (result != 0 || wait == 0)
            return result;
    }
}

int poll(struct pollfd *files, nfds_t length, int timeout) {
    struct timespec time = to((nanoseconds)timeout * 1000000);
    return ppoll(files, length, timeout < 0 ? NULL : &time, NULL);
}

static int sleep_until(nanoseconds deadline, struct timespec *rest) {
    for (nanoseconds wait; (wait = slice(deadline)) > 0;) {
        struct timespec time = to(wait);
        if (real_nanosleep(&time, NULL) != 0) {
            nanoseconds left = deadline - monotonic();
            if (rest)
                *rest = to(left > 0 ? left : 0);
            return errno;
        }
    }

    return 0;
}

int nanosleep(const struct timespec *time, struct timespec *rest) {
    int error = sleep_until(monotonic() + of(time), rest);
    errno = error ? error : errno;
    return error ? -1 : 0;
}

int clock_nanosleep(clockid_t clock, int flags, const struct timespec *time, struct timespec *rest) {
    int is_wall = clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE;
    nanoseconds now = monotonic();
    return sleep_until(flags & TIMER_ABSTIME ? now + of(time) - (is_wall ? wall() : now) : now + of(time), rest);
}

// Which clock a condition goes by it does not tell: it is the one whose time is nearer. A wait that has to look at the
// clocks again ends as if it had been signalled, which its callers have to bear anyway.
int pthread_cond_timedwait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex, const struct timespec *restrict time) {
    nanoseconds by_wall = of(time) - wall(), by_monotonic = of(time) - monotonic();
    int is_wall = llabs(by_wall) < llabs(by_monotonic);
    nanoseconds rest = is_wall ? by_wall : by_monotonic, deadline = monotonic() + rest;
    struct timespec end = to(real(is_wall ? CLOCK_REALTIME : CLOCK_MONOTONIC) + slice(deadline));
    int result = real_timedwait(condition, mutex, &end);
    return result == ETIMEDOUT && monotonic() < deadline ? 0 : result;
}
