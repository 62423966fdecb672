package org.mneme.board.mutants;

import java.util.List;
import org.mneme.mutants.Mutant;

/** The mistakes that must be noticed; none of them touches memory that is not its own. */
final class EmulatorMutants {
    /** What the neurons of a tick do: small programs on one core show it. */
    static final List<Mutant> NEURONS = List.of(
            new Mutant("v > θ becomes v ≥ θ", "membranes.c", "return excess > 0;", "return excess >= 0;"),
            new Mutant(
                    "plain neurons fire at their threshold where another fires",
                    "kernels_body.h",
                    "(uint64_t)(v[j] > threshold)",
                    "(uint64_t)(v[j] >= threshold)"),
            new Mutant(
                    "decay rounds down",
                    "arithmetic.h",
                    "return x * (KEEPS_NOTHING - delta) / 4096;",
                    "return (x * (KEEPS_NOTHING - delta)) >> 12;"),
            new Mutant(
                    "decay computes in 32 bits",
                    "arithmetic.h",
                    "return x * (KEEPS_NOTHING - delta) / 4096;",
                    "return (int32_t)((uint32_t)x * (uint32_t)(KEEPS_NOTHING - delta)) / 4096;"),
            new Mutant(
                    "a linear leak goes past zero",
                    "arithmetic.h",
                    "return x > 0 ? most(x - step, 0) : least(x + step, 0);",
                    "return x > 0 ? x - step : x < 0 ? x + step : 0;"),
            new Mutant("states saturate symmetrically", "arithmetic.h", "-largest - 1);", "-largest);"),
            new Mutant("sums are cut far too early", "arithmetic.h", "(INT64_C(1) << 61)", "(INT64_C(1) << 20)"),
            new Mutant(
                    "the floor is forgotten",
                    "membranes.c",
                    "return membrane->floor.count == 0 ? v :",
                    "return membrane->floor.count >= 0 ? v :"),
            new Mutant(
                    "plain neurons have no floor",
                    "plain.c",
                    ".floor = m->floor.count == 0 ? INT64_MIN : m->floor.at[0],",
                    ".floor = INT64_MIN,"),
            new Mutant(
                    "the refractory time is a tick longer",
                    "membranes.c",
                    "(uint32_t)number_of(&membrane->refractory, j);",
                    "(uint32_t)number_of(&membrane->refractory, j) + (number_of(&membrane->refractory, j) > 0);"),
            new Mutant(
                    "the refractory time is a tick shorter",
                    "membranes.c",
                    "if (cells->ref[j] > 0) { cells->ref[j]--;",
                    "if (cells->ref[j] > 0) { cells->ref[j] -= cells->ref[j] > 1 ? 2 : 1;"),
            new Mutant(
                    "u stands still while the neuron is refractory",
                    "membranes.c",
                    "cells->u[j] = (int32_t)u;",
                    "cells->u[j] = cells->ref[j] > 0 ? cells->u[j] : (int32_t)u;"),
            new Mutant("the bias is forgotten", "membranes.c", "+ u + number_of(&membrane->bias, j);", "+ u;"),
            new Mutant(
                    "v counts two saturations a tick",
                    "membranes.c",
                    "saturated |= v != exact;",
                    "cells->saturations += v != exact;"),
            new Mutant(
                    "saturations of v are not counted",
                    "membranes.c",
                    "cells->saturations += saturated;",
                    "(void)saturated;"),
            new Mutant(
                    "saturations of u are not counted",
                    "membranes.c",
                    "cells->saturations += u != exact_u;",
                    "(void)exact_u;"),
            new Mutant("a hard reset goes to 0", "membranes.c", "v = number_of(&membrane->reset, j);", "v = 0;"),
            new Mutant(
                    "a subtracting reset goes to 0",
                    "membranes.c",
                    "int64_t exact = v - threshold;",
                    "int64_t exact = 0;"),
            new Mutant(
                    "a refractory neuron is at rest",
                    "membranes.c",
                    "if (cells->ref[j] > 0 || decayed(",
                    "if (decayed("),
            new Mutant(
                    "a neuron that its bias lifts is at rest",
                    "membranes.c",
                    "+ cells->u[j] + number_of(&membrane->bias, j);",
                    "+ cells->u[j];"),
            new Mutant("neurons with a bias are updated as plain ones", "plain.c", "is(&m->bias, 0) && is(", "is("),
            new Mutant(
                    "neurons with refractory times are updated as plain ones",
                    "plain.c",
                    "is(&m->refractory, 0) && is_one(",
                    "is_one("),
            new Mutant(
                    "escape thresholds are signed",
                    "membranes.c",
                    "cells->slice->first_id + neuron) < entry;",
                    "cells->slice->first_id + neuron) < (uint64_t)(int64_t)(int32_t)entry;"),
            new Mutant(
                    "escape noise counts neurons of the slice",
                    "membranes.c",
                    "philox_escape(network->seed, network->tick, cells->slice->first_id + neuron)",
                    "philox_escape(network->seed, network->tick, neuron)"),
            new Mutant(
                    "escape noise takes the upper half",
                    "philox.c",
                    "return (uint32_t)counter[0];",
                    "return (uint32_t)(counter[0] >> 32);"),
            new Mutant(
                    "escape noise takes the second word",
                    "philox.c",
                    "return (uint32_t)counter[0];",
                    "return (uint32_t)counter[1];"),
            new Mutant("nine rounds of Philox", "philox.c", "ROUNDS = 10", "ROUNDS = 9"),
            new Mutant(
                    "the seed is the second key",
                    "philox.c",
                    "philox_block(counter, seed, 0);",
                    "philox_block(counter, 0, seed);"),
            new Mutant(
                    "the sign of a tie is +1",
                    "graded.c",
                    "x == 0 ? cells->sign[j] : x > 0 ? 1 : -1;",
                    "x >= 0 ? 1 : -1;"),
            new Mutant(
                    "a tie forgets the last sign",
                    "graded.c",
                    "x == 0 ? cells->sign[j] : x > 0 ? 1 : -1;",
                    "x == 0 ? 0 : x > 0 ? 1 : -1;"),
            new Mutant("nothing is retained", "graded.c", "graded->retain ? cells->x[j] : 0", "0"),
            new Mutant(
                    "a payload of 0 is never sent",
                    "graded.c",
                    "if (payload != 0 || graded->send_zero) {",
                    "if (payload != 0) {"),
            new Mutant("saturations of x are not counted", "graded.c", "cells->saturations += x != exact;", ""),
            new Mutant(
                    "every neuron uses the first table",
                    "graded.c",
                    "&graded->tables[number_of(&graded->choice, j)]",
                    "&graded->tables[0]"),
            new Mutant(
                    "tables begin one later",
                    "program.h",
                    "int64_t at = x < table->first ? 0 : x - table->first;",
                    "int64_t at = x <= table->first ? 0 : x - table->first - 1;"));

    /** How spikes reach neurons. */
    static final List<Mutant> DELIVERY = List.of(
            new Mutant(
                    "spikes arrive a tick early",
                    "step.c",
                    "tick < arrival->delay ? NULL : fired_at(state, tick - arrival->delay);",
                    "tick + 1 < arrival->delay ? NULL : fired_at(state, tick + 1 - arrival->delay);"),
            new Mutant(
                    "a volley of long ago arrives again",
                    "step.c",
                    "return state->fired[slot] == tick + 1 ? &state->history[slot] : NULL;",
                    "return state->fired[slot] != 0 ? &state->history[slot] : NULL;"),
            new Mutant(
                    "only the first lane of a delay is delivered",
                    "step.c",
                    "for (size_t l = 0; l < arrival->lane_count; l++) { lane *lane = arrival->lanes[l]; if (!receive(",
                    "for (size_t l = 0; l < 1; l++) { lane *lane = arrival->lanes[l]; if (!receive("),
            new Mutant(
                    "negative payloads lose their sign",
                    "planes.c",
                    "bool plus = spikes->payloads[k] > 0;",
                    "bool plus = true;"),
            new Mutant(
                    "every plane weighs 1",
                    "planes.c",
                    "planes->weight[p] = INT64_C(1) << p;",
                    "planes->weight[p] = 1;"),
            new Mutant(
                    "unsigned bits count as signs, where they are pulled",
                    "rows_of_targets.c",
                    "if (block->is_unsigned) {",
                    "if (block->is_unsigned && block->scale == 0) {"),
            new Mutant(
                    "unsigned bits count as signs, where they are pushed",
                    "rows_of_targets.c",
                    "block->is_unsigned ? bit : 2 * bit - 1;",
                    "2 * bit - 1;"),
            new Mutant(
                    "the mask is forgotten, where bits are pulled",
                    "rows_of_targets.c",
                    "} else if (block->mask.size > 0) {",
                    "} else if (block->mask.size > 0 && block->scale == 0) {"),
            new Mutant(
                    "the mask is forgotten, where bits are pushed",
                    "rows_of_targets.c",
                    "if (mask != NULL) {",
                    "if (mask != NULL && block->scale == 0) {"),
            new Mutant(
                    "an absent row of a target is reached",
                    "lanes.c",
                    "!block->rows_are_sources && !has_absent_row(block);",
                    "!block->rows_are_sources;"),
            new Mutant(
                    "synapses are counted as spikes arrive and as they are delivered",
                    "step.c",
                    "if (lane->is_counted) {",
                    "if (false) {"),
            new Mutant(
                    "planes of an older volley are used",
                    "delivery.c",
                    "bool packed = lane->whole && arrival->packed_at == network->tick + 1;",
                    "bool packed = lane->whole && arrival->packed_at != 0;"),
            new Mutant(
                    "signed rows of sources are not taken off",
                    "rows_of_sources.c",
                    "adding->to_all -= step - value;",
                    ""),
            new Mutant(
                    "groups of rows are not taken off",
                    "rows_of_sources.c",
                    "adding->to_all -= (step - value) * count;",
                    "adding->to_all -= step - value;"),
            new Mutant(
                    "bytes are read without their sign",
                    "kernels_body.h",
                    "(uint64_t)payload * (uint64_t)(int8_t)values[j];",
                    "(uint64_t)payload * (uint64_t)values[j];"),
            new Mutant(
                    "a uniform weight counts spikes, not payloads",
                    "values.c",
                    "sum += (uint64_t)(int64_t)lane->arriving.payloads[k];",
                    "sum += 1;"),
            new Mutant(
                    "one-to-one has one weight for all",
                    "values.c",
                    "add(lane, target, number_of(&block->weight, source),",
                    "add(lane, target, number_of(&block->weight, 0),"),
            new Mutant(
                    "a sparse source loses its first synapse",
                    "values.c",
                    "for (uint32_t s = load32(block->offsets.at + source * 4); s < to; s++) {",
                    "for (uint32_t s = load32(block->offsets.at + source * 4) + 1; s < to; s++) {"),
            new Mutant(
                    "zeros of a dense matrix are synaptic events",
                    "fan_out.c",
                    "lane->fan_out[i] += value_at(block->values.at, block->width, at) != 0;",
                    "lane->fan_out[i] += 1;"));

    /** How spikes find cores: boards of tiny cores show it. */
    static final List<Mutant> ROUTING = List.of(
            new Mutant(
                    "neurons of a second slice are counted from the first",
                    "step.c",
                    "uint32_t before = segment->first_id - state->population->first_id;",
                    "uint32_t before = 0;"),
            new Mutant(
                    "the last destination of a route is lost",
                    "routing.c",
                    "for (size_t d = 0; d < route->destination_count; d++) {",
                    "for (size_t d = 0; d + 1 < route->destination_count; d++) {"),
            new Mutant(
                    "what a core hears ends at the first interval",
                    "lanes.c",
                    "lane->heard_count = last - low;",
                    "lane->heard_count = last > low ? 1 : 0;"),
            new Mutant(
                    "masks of routing tables are forgotten",
                    "tracing.c",
                    "if (((base ^ entry->key) & entry->mask & ~free) == 0) {",
                    "if (((base ^ entry->key) & ~free) == 0) {"));

    private EmulatorMutants() {}
}
