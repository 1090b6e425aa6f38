/*
 * Makes the clocks of a process run faster, as many times as the first number in the file $FAST_CLOCK says, which may
 * change: then time goes on from where it is. Waits get shorter by as much. All clocks stay in step with each other.
 * Build: cc -O2 -shared -fPIC -o fast-clock.so fast-clock.c    Use: FAST_CLOCK=file LD_PRELOAD=./fast-clock.so program
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define SECOND 1000000000LL
#define LOOK_EVERY 20000000LL

static int (*real_gettime)(clockid_t, struct timespec *);
static int (*real_ppoll)(struct pollfd *, nfds_t, const struct timespec *, const sigset_t *);
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long long looked, since, gained;
static double factor = 1;

static long long nanoseconds(const struct timespec *t) { return t->tv_sec * SECOND + t->tv_nsec; }

static struct timespec timespec_of(long long n) {
    return (struct timespec){ .tv_sec = n / SECOND, .tv_nsec = n % SECOND };
}

static void find(void) {
    if (!real_gettime) {
        real_ppoll = dlsym(RTLD_NEXT, "ppoll");
        real_gettime = dlsym(RTLD_NEXT, "clock_gettime");
    }
}

static double read_factor(void) {
    char text[32];
    const char *path = getenv("FAST_CLOCK");
    int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    ssize_t size = file < 0 ? 0 : read(file, text, sizeof text - 1);
    if (file >= 0)
        close(file);
    if (size <= 0)
        return factor;
    text[size] = 0;
    double wanted = atof(text);
    return wanted > 0 ? wanted : factor;
}

/* How far the clocks are ahead of the true ones by now. */
static long long ahead(void) {
    struct timespec t;
    find();
    real_gettime(CLOCK_MONOTONIC, &t);
    long long now = nanoseconds(&t);
    pthread_mutex_lock(&lock);
    if (!since)
        since = now;
    if (now - looked >= LOOK_EVERY) {
        double wanted = read_factor();
        looked = now;
        if (wanted != factor) {
            gained += (long long)((now - since) * (factor - 1));
            since = now;
            factor = wanted;
        }
    }
    long long result = gained + (long long)((now - since) * (factor - 1));
    pthread_mutex_unlock(&lock);
    return result;
}

int clock_gettime(clockid_t clock, struct timespec *t) {
    find();
    int result = real_gettime(clock, t);
    if (!result && clock != CLOCK_PROCESS_CPUTIME_ID && clock != CLOCK_THREAD_CPUTIME_ID)
        *t = timespec_of(nanoseconds(t) + ahead());
    return result;
}

int gettimeofday(struct timeval *restrict tv, void *restrict zone) {
    struct timespec t;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &t);
    *tv = (struct timeval){ .tv_sec = t.tv_sec, .tv_usec = t.tv_nsec / 1000 };
    return 0;
}

time_t time(time_t *result) {
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    if (result)
        *result = t.tv_sec;
    return t.tv_sec;
}

int ppoll(struct pollfd *files, nfds_t count, const struct timespec *wait, const sigset_t *mask) {
    ahead();
    if (!wait)
        return real_ppoll(files, count, wait, mask);
    struct timespec shorter = timespec_of((long long)(nanoseconds(wait) / factor));
    return real_ppoll(files, count, &shorter, mask);
}
