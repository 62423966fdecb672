/* The queues: sorted towards the board, a bounded ring towards the host. */
#include "check.h"
#include "queue.h"

static void events_wait_in_order_of_tick_and_address(void)
{
    inbox inbox = {.capacity = 100};
    mneme_event first[] = {{5, 1, 1}, {5, 2, 1}, {7, 0, 1}};
    mneme_event second[] = {{6, 9, 2}, {5, 0, 3}};
    CHECK(inbox_add(&inbox, first, 3));
    CHECK(inbox_add(&inbox, second, 2));
    CHECK(inbox_add(&inbox, NULL, 0));
    static const uint64_t TICKS[] = {5, 5, 5, 6, 7};
    static const uint32_t ADDRESSES[] = {0, 1, 2, 9, 0};
    CHECK_EQUAL(5, inbox_count(&inbox));
    for (size_t i = 0; i < 5; i++) {
        CHECK_EQUAL(TICKS[i], inbox.events[inbox.first + i].tick);
        CHECK_EQUAL(ADDRESSES[i], inbox.events[inbox.first + i].address);
    }
    CHECK(inbox_has(&inbox, &(mneme_event){6, 9, 77}));
    CHECK(!inbox_has(&inbox, &(mneme_event){6, 8, 2}));
    CHECK(!inbox_has(&inbox, &(mneme_event){8, 0, 2}));
    inbox_clear(&inbox);
    CHECK_EQUAL(0, inbox_count(&inbox));
    CHECK_EQUAL(100, inbox.capacity);
}

static void events_that_left_make_room(void)
{
    inbox inbox = {.capacity = 1000};
    for (uint64_t tick = 0; tick < 500; tick++) {
        mneme_event both[] = {{tick + 1, 3, 1}, {tick, 4, 1}};
        CHECK(inbox_add(&inbox, both, tick % 2 + 1));
        while (inbox_count(&inbox) > 3) {
            CHECK(inbox.events[inbox.first].tick <= inbox.events[inbox.first + 1].tick);
            inbox.first++;
        }
    }
    CHECK(inbox.room < 100);
    inbox_clear(&inbox);
}

static void a_full_ring_counts_what_it_loses(void)
{
    outbox outbox = {.capacity = 3000};
    mneme_event taken[4000];
    uint64_t next = 0;
    for (uint64_t i = 0; i < 2500; i++) {
        outbox_add(&outbox, (mneme_event){i, 0, 1});
    }
    CHECK_EQUAL(1000, outbox_take(&outbox, taken, 1000));
    for (; next < 1000; next++) {
        CHECK_EQUAL(next, taken[next].tick);
    }
    for (uint64_t i = 2500; i < 4100; i++) {
        outbox_add(&outbox, (mneme_event){i, 0, 1});
    }
    CHECK_EQUAL(3000, outbox.count);
    CHECK_EQUAL(100, outbox.lost);
    CHECK_EQUAL(3000, outbox_take(&outbox, taken, 4000));
    for (size_t k = 0; k < 3000; k++, next++) {
        CHECK_EQUAL(next, taken[k].tick);
    }
    CHECK_EQUAL(0, outbox_take(&outbox, taken, 4000));
    outbox_clear(&outbox);
}

static void a_queue_of_no_events_takes_none(void)
{
    outbox outbox = {.capacity = 0};
    mneme_event taken[1];
    outbox_add(&outbox, (mneme_event){0, 0, 1});
    CHECK_EQUAL(1, outbox.lost);
    CHECK_EQUAL(0, outbox_take(&outbox, taken, 1));
    outbox_clear(&outbox);
}

int main(void)
{
    events_wait_in_order_of_tick_and_address();
    events_that_left_make_room();
    a_full_ring_counts_what_it_loses();
    a_queue_of_no_events_takes_none();
    return done();
}
