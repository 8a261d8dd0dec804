/* Faults for a process under test, switched on and off while it runs.

   Preloaded (LD_PRELOAD), this stands between a program and the C library, and does nothing until
   the memory of the control file says so: four numbers of 64 bits, in the order of `struct faults`.
   The process learns of that file by FAULTS_CONTROL and FAULTS_FOLDER in its environment when it
   begins, or by a call of faults_obey after it was forked. Only files below the folder have faults;
   paths are compared as they are written, so they must be absolute. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

struct faults {
    long long syncs_left; /* die when this many more were asked for; 0: never */
    long long disk_full;  /* whatever makes a file longer or writes to it: ENOSPC */
    long long read_only;  /* whatever changes a file or a folder: EROFS */
    long long clock_back; /* seconds that the clock is behind */
};

static struct faults none;
static volatile struct faults *faults = &none;
static char folder[PATH_MAX];

#define REAL(name)                                                                                 \
    static __typeof__(&name) real;                                                                 \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

/* Obey this control file from now on; anything wrong ends the process, or a test would see none. */
void faults_obey(const char *control, const char *within) {
    int file = open(control, O_RDWR);
    void *memory = mmap(NULL, sizeof none, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (file < 0 || memory == MAP_FAILED) {
        perror(control);
        abort();
    }
    close(file);
    snprintf(folder, sizeof folder, "%s/", within);
    faults = memory;
}

__attribute__((constructor)) static void obey_environment(void) {
    const char *control = getenv("FAULTS_CONTROL"), *within = getenv("FAULTS_FOLDER");
    if (control && within) faults_obey(control, within);
}

static int is_below(const char *path) { return !strncmp(path, folder, strlen(folder)); }

static int is_file_below(int file) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    path[length < 0 ? 0 : length] = 0;
    return is_below(path);
}

/* The error of writing to a file, or 0. */
static int error_of_writing(int file) {
    if (!(faults->disk_full || faults->read_only) || !is_file_below(file)) return 0;
    return faults->read_only ? EROFS : ENOSPC;
}

static int error_of_resizing(int file, off_t size) {
    struct stat now;
    int error = error_of_writing(file);
    return error == ENOSPC && !fstat(file, &now) && size <= now.st_size ? 0 : error;
}

static int error_of_changing(const char *path) {
    return faults->read_only && is_below(path) ? EROFS : 0;
}

#define FAIL(error)                                                                                \
    do {                                                                                           \
        int told = error;                                                                          \
        if (told) {                                                                                \
            errno = told;                                                                          \
            return -1;                                                                             \
        }                                                                                          \
    } while (0)

/* Opening */

#define WRITES(flags) (((flags) & O_ACCMODE) != O_RDONLY || (flags) & (O_CREAT | O_TRUNC))
#define MODE(flags)                                                                                \
    mode_t mode = 0;                                                                               \
    if ((flags) & (O_CREAT | __O_TMPFILE)) {                                                       \
        va_list rest;                                                                              \
        va_start(rest, flags);                                                                     \
        mode = va_arg(rest, mode_t);                                                               \
        va_end(rest);                                                                              \
    }

#define OPEN(name)                                                                                 \
    int name(const char *path, int flags, ...) {                                                   \
        REAL(name);                                                                                \
        MODE(flags)                                                                                \
        if (WRITES(flags)) FAIL(error_of_changing(path));                                          \
        return real(path, flags, mode);                                                            \
    }
#define OPENAT(name)                                                                               \
    int name(int at, const char *path, int flags, ...) {                                           \
        REAL(name);                                                                                \
        MODE(flags)                                                                                \
        if (WRITES(flags)) FAIL(error_of_changing(path));                                          \
        return real(at, path, flags, mode);                                                        \
    }
OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)

/* Writing */

#define WRITE(type, name, parameters, ...)                                                         \
    type name parameters {                                                                         \
        REAL(name);                                                                                \
        FAIL(error_of_writing(file));                                                              \
        return real(__VA_ARGS__);                                                                  \
    }
WRITE(ssize_t, write, (int file, const void *bytes, size_t length), file, bytes, length)
WRITE(ssize_t, pwrite, (int file, const void *bytes, size_t length, off_t at), file, bytes, length, at)
WRITE(ssize_t, pwrite64, (int file, const void *bytes, size_t length, off64_t at), file, bytes, length, at)
WRITE(ssize_t, writev, (int file, const struct iovec *parts, int number), file, parts, number)
WRITE(ssize_t, pwritev, (int file, const struct iovec *parts, int number, off_t at), file, parts, number, at)
WRITE(ssize_t, pwritev64, (int file, const struct iovec *parts, int number, off64_t at), file, parts, number, at)
WRITE(int, fallocate, (int file, int mode, off_t from, off_t length), file, mode, from, length)
WRITE(int, fallocate64, (int file, int mode, off64_t from, off64_t length), file, mode, from, length)

int posix_fallocate(int file, off_t from, off_t length) {
    REAL(posix_fallocate);
    int error = error_of_writing(file);
    return error ? error : real(file, from, length);
}

int posix_fallocate64(int file, off64_t from, off64_t length) {
    REAL(posix_fallocate64);
    int error = error_of_writing(file);
    return error ? error : real(file, from, length);
}

int ftruncate(int file, off_t size) {
    REAL(ftruncate);
    FAIL(error_of_resizing(file, size));
    return real(file, size);
}

int ftruncate64(int file, off64_t size) {
    REAL(ftruncate64);
    FAIL(error_of_resizing(file, size));
    return real(file, size);
}

/* Changing names and modes */

#define CHANGE(name, parameters, ...)                                                              \
    int name parameters {                                                                          \
        REAL(name);                                                                                \
        FAIL(error_of_changing(path));                                                             \
        return real(__VA_ARGS__);                                                                  \
    }
CHANGE(unlink, (const char *path), path)
CHANGE(unlinkat, (int at, const char *path, int flags), at, path, flags)
CHANGE(rename, (const char *path, const char *to), path, to)
CHANGE(mkdir, (const char *path, mode_t mode), path, mode)
CHANGE(chmod, (const char *path, mode_t mode), path, mode)

int fchmod(int file, mode_t mode) {
    REAL(fchmod);
    if (faults->read_only && is_file_below(file)) FAIL(EROFS);
    return real(file, mode);
}

/* Keeping: the process dies before the disk was asked */

static void die_when_it_is_time(int file) {
    if (faults->syncs_left > 0 && is_file_below(file) &&
        __atomic_sub_fetch(&faults->syncs_left, 1, __ATOMIC_SEQ_CST) == 0)
        for (kill(getpid(), SIGKILL);;) pause();
}

int fsync(int file) {
    REAL(fsync);
    die_when_it_is_time(file);
    return real(file);
}

int fdatasync(int file) {
    REAL(fdatasync);
    die_when_it_is_time(file);
    return real(file);
}

/* The clock of the wall; the other ones never go back */

int clock_gettime(clockid_t clock, struct timespec *now) {
    REAL(clock_gettime);
    int failed = real(clock, now);
    if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        now->tv_sec -= faults->clock_back;
    return failed;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    REAL(gettimeofday);
    int failed = real(now, zone);
    if (!failed) now->tv_sec -= faults->clock_back;
    return failed;
}

time_t time(time_t *told) {
    REAL(time);
    time_t now = real(NULL) - faults->clock_back;
    if (told) *told = now;
    return now;
}
