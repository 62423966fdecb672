/* Packed spikes say the same as the spikes, and whether each of them is in one plane. */
#include "check.h"
#include "delivery.h"

enum { SOURCES = 150, ROUNDS = 400 };

static unsigned long long state = 5;

static uint32_t draw(uint32_t bound)
{
    return (uint32_t)(random_word(&state) % bound);
}

/* Some spikes of each round; small bounds give planes by magnitude, larger ones planes by bit. */
static void draw_spikes(spikes *spikes, int32_t largest, bool zeros)
{
    spikes->count = 0;
    for (uint32_t neuron = 0; neuron < SOURCES; neuron++) {
        int32_t payload = (int32_t)draw(2 * (uint32_t)largest + 1) - largest;
        if (draw(3) > 0 && (zeros || payload != 0)) {
            spikes->neurons[spikes->count] = neuron;
            spikes->payloads[spikes->count++] = payload;
        }
    }
}

/* In how many planes a neuron is; adds up what they say of its payload. */
static uint32_t planes_of(const planes *planes, uint32_t neuron, int64_t *payload)
{
    uint32_t found = 0;
    *payload = 0;
    for (uint32_t p = 0; p < planes->count; p++) {
        size_t word = p * planes->words + neuron / 64;
        if (planes->known[word] >> neuron % 64 & 1) {
            found++;
            *payload += planes->plus[word] >> neuron % 64 & 1 ? planes->weight[p] : -planes->weight[p];
        }
    }
    return found;
}

static void planes_hold_the_payloads(void)
{
    uint32_t neurons[SOURCES];
    int32_t payloads[SOURCES];
    spikes spikes = {neurons, payloads, 0, SOURCES};
    arena arena = {0};
    planes planes = {0};
    uint32_t rounds_apart = 0;
    uint32_t rounds_with_zeros = 0;
    for (int round = 0; round < ROUNDS; round++) {
        draw_spikes(&spikes, INT32_C(1) << draw(12), draw(2) == 0);
        CHECK(pack(&planes, &spikes, SOURCES, &arena));
        bool apart = true;
        bool zeros = false;
        for (uint32_t k = 0; k < spikes.count; k++) {
            int64_t payload;
            apart &= planes_of(&planes, neurons[k], &payload) == 1;
            zeros |= payloads[k] == 0;
            CHECK_EQUAL(payloads[k], payload);
        }
        CHECK_EQUAL(apart, planes.apart);
        rounds_apart += apart;
        rounds_with_zeros += zeros && planes.count == 1;
    }
    CHECK(rounds_apart > ROUNDS / 20 && rounds_apart < ROUNDS / 2);
    CHECK(rounds_with_zeros > 0);
    arena_release(&arena);
}

int main(void)
{
    planes_hold_the_payloads();
    return done();
}
