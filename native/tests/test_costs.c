/* Spikes are counted on the ways they take, and their links loaded when the counters are read. */
#include "check.h"
#include "costs.h"

enum { NEURONS = 40, WAYS = 12, LINKS = 6, ROUNDS = 300 };

static unsigned long long state = 8;

static uint32_t draw(uint32_t bound)
{
    return (uint32_t)(random_word(&state) % bound);
}

/* A network of one slice, whose ways may overlap and leave neurons out. */
typedef struct bench {
    target target;
    network network;
    traffic ways[WAYS];
    traffic *carried[WAYS];
    uint32_t links[WAYS][2];
    uint64_t loads[LINKS];
} bench;

static void set_up(bench *bench, uint32_t first_id)
{
    memset(bench, 0, sizeof *bench);
    bench->network.target = &bench->target;
    bench->network.carried = bench->carried;
    bench->network.link_loads = bench->loads;
    uint32_t from = 0;
    for (uint32_t w = 0; w < WAYS; w++) {
        from += from < NEURONS - 5 ? draw(5) : 0;
        bench->links[w][0] = draw(LINKS);
        bench->links[w][1] = draw(LINKS);
        bench->ways[w] = (traffic){first_id + from, 1 + draw(5), bench->links[w], draw(3), 0};
    }
}

static void loads_are_those_of_spikes_one_by_one(void)
{
    static bench bench;
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t first_id = draw(100);
        set_up(&bench, first_id);
        uint64_t expected[LINKS] = {0};
        uint64_t hops = 0;
        uint64_t busiest = 0;
        mneme_counters counters = {0};
        for (int tick = 0; tick < 8; tick++) {
            uint32_t neurons[NEURONS];
            spikes spikes = {neurons, NULL, 0, NEURONS};
            for (uint32_t j = 0; j < NEURONS; j++) {
                if (draw(4) == 0) {
                    neurons[spikes.count++] = j;
                }
            }
            carry(&bench.network, &(segment){NULL, first_id, spikes, bench.ways, WAYS});
            for (uint32_t k = 0; k < spikes.count * WAYS; k++) {
                const traffic *way = &bench.ways[k % WAYS];
                for (size_t l = 0; l < way->link_count && first_id + neurons[k / WAYS] - way->first_id < way->size; l++) {
                    hops++;
                    expected[way->links[l]]++;
                }
            }
            if (tick % 3 == 1 || tick == 7) {
                count_costs(&bench.network, &counters);
            }
        }
        for (int l = 0; l < LINKS; l++) {
            CHECK_EQUAL(expected[l], bench.loads[l]);
            busiest = expected[l] > busiest ? expected[l] : busiest;
        }
        CHECK_EQUAL(hops, counters.hops);
        CHECK_EQUAL(busiest, counters.busiest_link);
    }
}

int main(void)
{
    loads_are_those_of_spikes_one_by_one();
    return done();
}
