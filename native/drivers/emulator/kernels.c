#include "kernels.h"

#define KERNELS_NAME "plain"
#define NAME(function) plain_##function
#define TARGET
#include "kernels_body.h"
#undef KERNELS_NAME
#undef NAME
#undef TARGET

#if defined(__x86_64__)

#define KERNELS_NAME "avx2"
#define NAME(function) avx2_##function
#define TARGET __attribute__((target("avx2,popcnt,bmi,bmi2")))
#include "kernels_body.h"
#undef KERNELS_NAME
#undef NAME
#undef TARGET

#define KERNELS_NAME "avx512"
#define NAME(function) avx512_##function
#if defined(__clang__)
#define TARGET __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vpopcntdq,popcnt,bmi,bmi2")))
#else
#define TARGET \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vpopcntdq,popcnt,bmi,bmi2,prefer-vector-width=512")))
#endif
#include "kernels_body.h"

static bool has_avx2(void)
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("bmi2");
}

static bool has_avx512(void)
{
    return has_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512vpopcntdq");
}

#endif

size_t kernels_all(const kernels **found, size_t capacity)
{
    size_t count = 0;
    if (count < capacity) {
        found[count++] = &plain_kernels;
    }
#if defined(__x86_64__)
    if (has_avx2() && count < capacity) {
        found[count++] = &avx2_kernels;
    }
    if (has_avx512() && count < capacity) {
        found[count++] = &avx512_kernels;
    }
#endif
    return count;
}

const kernels *kernels_best(void)
{
#if defined(__x86_64__)
    /* Asking is a load of a word that the C runtime has filled in. */
    if (__builtin_cpu_supports("avx512vpopcntdq")) {
        return has_avx512() ? &avx512_kernels : has_avx2() ? &avx2_kernels : &plain_kernels;
    }
    return has_avx2() ? &avx2_kernels : &plain_kernels;
#else
    return &plain_kernels;
#endif
}
