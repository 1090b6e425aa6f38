// The other end of a benchmark: reads Graphite lines and throws them away.
//
//   sink serve PORT STATE           counts into the file STATE: connections, lines and bytes, as 64-bit numbers
//   sink starts PORT N COMMAND...   starts the command N times and prints the median of the milliseconds from
//                                   just before its start until its first line is here
//   sink free-port                  prints a port that nobody listens on
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MaxConnections = 64 };

static char buffer[1 << 18];

static void die(const char *what)
{
    perror(what);
    exit(1);
}

static int listen_on(int port)
{
    int one = 1;
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)
    };
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(fd, (struct sockaddr *)&address, sizeof address) != 0 || listen(fd, 16) != 0) {
        die("listen");
    }
    return fd;
}

static void free_port(void)
{
    struct sockaddr_in address;
    socklen_t length = sizeof address;
    if (getsockname(listen_on(0), (struct sockaddr *)&address, &length) != 0) {
        die("getsockname");
    }
    printf("%d\n", ntohs(address.sin_port));
}

static void serve(int port, const char *path)
{
    int file = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0 || ftruncate(file, 3 * sizeof(uint64_t)) != 0) {
        die(path);
    }
    uint64_t *state = mmap(NULL, 3 * sizeof(uint64_t), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    struct pollfd fds[MaxConnections] = { { .fd = listen_on(port), .events = POLLIN } };
    int count = 1;
    while (poll(fds, (nfds_t)count, -1) >= 0) {
        if (fds[0].revents != 0 && count < MaxConnections) {
            fds[count++] = (struct pollfd) { .fd = accept(fds[0].fd, NULL, NULL), .events = POLLIN };
            state[0]++;
        }
        for (int i = count - 1; i > 0; i--) {
            if (fds[i].revents == 0) {
                continue;
            }
            ssize_t got = recv(fds[i].fd, buffer, sizeof buffer, 0);
            if (got <= 0) {
                close(fds[i].fd);
                fds[i] = fds[--count];
                continue;
            }
            for (char *at = buffer; (at = memchr(at, '\n', (size_t)(buffer + got - at))) != NULL; at++) {
                state[1]++;
            }
            state[2] += (uint64_t)got;
        }
    }
}

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static double start_once(int listener, char **command)
{
    double begin = now_ms();
    pid_t child = vfork();
    if (child == 0) {
        int null = open("/dev/null", O_RDWR);
        dup2(null, 1);
        dup2(null, 2);
        execvp(command[0], command);
        _exit(127);
    }
    struct pollfd wait = { .fd = listener, .events = POLLIN };
    if (poll(&wait, 1, 20000) != 1) {
        fprintf(stderr, "%s did not connect within 20 s\n", command[0]);
        exit(1);
    }
    int connection = accept(listener, NULL, NULL);
    ssize_t got;
    do {
        got = recv(connection, buffer, sizeof buffer, 0);
    } while (got > 0 && memchr(buffer, '\n', (size_t)got) == NULL);
    double spent = now_ms() - begin;
    kill(child, SIGTERM);
    close(connection);
    waitpid(child, NULL, 0);
    return spent;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void starts(int port, int count, char **command)
{
    double *spent = calloc((size_t)count, sizeof *spent);
    int listener = listen_on(port);
    for (int i = 0; i < count; i++) {
        spent[i] = start_once(listener, command);
    }
    qsort(spent, (size_t)count, sizeof *spent, by_size);
    printf("%.1f\n", spent[count / 2]);
}

int main(int count, char **arguments)
{
    if (count == 2 && strcmp(arguments[1], "free-port") == 0) {
        free_port();
    } else if (count == 4 && strcmp(arguments[1], "serve") == 0) {
        serve(atoi(arguments[2]), arguments[3]);
    } else if (count > 4 && strcmp(arguments[1], "starts") == 0 && atoi(arguments[3]) > 0) {
        starts(atoi(arguments[2]), atoi(arguments[3]), arguments + 4);
    } else {
        fprintf(stderr, "usage: sink serve PORT STATE | sink starts PORT N COMMAND... | sink free-port\n");
        return 64;
    }
    return 0;
}
