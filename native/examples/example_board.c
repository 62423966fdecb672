/* The board: a core of leaky integrate-and-fire neurons, in the memory of the process. Hardware stands here in a real driver. */
#include "example_board.h"

#include <string.h>

static int64_t clamp(int64_t x, int64_t low, int64_t high) { return x < low ? low : x > high ? high : x; }

/* One tick of one neuron; says whether it fires. */
static int update(core *b, neuron *n, int64_t a) {
    const int64_t high = b->program.high;
    n->u = clamp(a, -high - 1, high);
    b->done.saturations += n->u != a;
    if (n->left > 0) {
        n->left--;
        return 0;
    }
    /* The division is toward zero, as decays are; a shift would not be. */
    const int64_t exact = n->v * (4096 - n->decay) / 4096 + n->u + n->bias;
    const int64_t v = clamp(exact, -high - 1, high);
    b->done.saturations += v != exact;
    n->v = v < n->floor ? n->floor : v;
    if (n->v <= n->threshold) {
        return 0;
    }
    n->v = n->reset;
    n->left = n->refractory;
    return 1;
}

static void send(core *b, uint32_t id, int32_t payload) {
    b->done.spikes++;
    for (const synapse *s = b->program.synapse; s < b->program.synapse + b->program.synapses; s++) {
        if (s->source == id) {
            b->input[(b->done.tick + s->delay) % RING][s->target] += s->weight * payload;
            b->arriving[(b->done.tick + s->delay) % RING] += s->weight != 0;
        }
    }
    if (b->program.probed[id] && b->outs < QUEUE) {
        b->out[b->outs++] = (mneme_event){b->done.tick, id, payload};
    } else {
        b->done.events_lost += b->program.probed[id];
    }
}

/* Arrive, update, emit, neuron by neuron: delays are at least 1, so nobody hears of this tick before the next. */
void core_tick(core *b) {
    const size_t now = (size_t)(b->done.tick % RING);
    b->done.synaptic_events += b->arriving[now];
    b->arriving[now] = 0;
    for (uint32_t id = 0; id < b->program.ids; id++) {
        const int64_t a = b->input[now][id];
        b->input[now][id] = 0;
        if (b->program.most[id] == 0 && update(b, &b->program.neuron[id], a)) {
            send(b, id, 1);
        }
        for (size_t k = 0; k < b->ins; k++) {
            if (b->in[k].tick == b->done.tick && b->in[k].address == id) {
                send(b, id, b->in[k].payload);
                b->in[k--] = b->in[--b->ins];
            }
        }
    }
    b->done.tick++;
}

void core_start(core *b) {
    for (uint32_t id = 0; id < b->program.ids; id++) {
        b->program.neuron[id].u = b->program.neuron[id].v = b->program.neuron[id].left = 0;
    }
    memset(b->input, 0, sizeof b->input);
    memset(b->arriving, 0, sizeof b->arriving);
    b->done = (mneme_counters){.energy_fj = UINT64_MAX, .time_ps = UINT64_MAX};
    b->ins = b->outs = 0;
}
