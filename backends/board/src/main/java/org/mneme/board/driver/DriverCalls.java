package org.mneme.board.driver;

/**
 * The functions of a driver, as {@code mneme_driver.h} declares them; pointers are addresses, sizes are 64 bits wide, and the codes
 * returned are those of {@link DriverResult}. The version of the interface and the texts about the driver are asked by {@link DriverLibrary}.
 */
public interface DriverCalls {
    /**
     * Lists boards.
     *
     * @param buffer address of the text
     * @param capacity bytes
     * @param length address of 64 bits: the length needed
     * @return a code
     */
    int list(long buffer, long capacity, long length);

    /**
     * Opens a board.
     *
     * @param uri address of UTF-8, ended by 0
     * @param deadline ns from the call
     * @param board address of 64 bits: the handle
     * @return a code
     */
    int open(long uri, long deadline, long board);

    /**
     * Counts the errors of the last call.
     *
     * @param board handle
     * @return ≥ 0
     */
    int errorCount(long board);

    /**
     * Reads the text of an error.
     *
     * @param board handle
     * @param index from 0
     * @param buffer address of the text
     * @param capacity bytes
     * @return a code
     */
    int error(long board, int index, long buffer, long capacity);

    /**
     * Reads the description of the board.
     *
     * @param board handle
     * @param buffer address of the bytes
     * @param capacity bytes
     * @param length address of 64 bits: the length needed
     * @return a code
     */
    int describe(long board, long buffer, long capacity, long length);

    /**
     * Begins a load.
     *
     * @param board handle
     * @param header address of the header's payload
     * @param length bytes
     * @param deadline ns from the call
     * @return a code
     */
    int loadBegin(long board, long header, long length, long deadline);

    /**
     * Loads a section.
     *
     * @param board handle
     * @param index from 1, after the header
     * @param kind of the section
     * @param payload address
     * @param length bytes
     * @param crc CRC-32C over kind, length and payload
     * @param deadline ns from the call
     * @return a code
     */
    int loadSection(long board, int index, int kind, long payload, long length, int crc, long deadline);

    /**
     * Ends a load.
     *
     * @param board handle
     * @param sections sent after the header
     * @param deadline ns from the call
     * @return a code
     */
    int loadCommit(long board, int sections, long deadline);

    /**
     * Starts at tick 0.
     *
     * @param board handle
     * @param seed key of all random draws
     * @param deadline ns from the call
     * @return a code
     */
    int start(long board, long seed, long deadline);

    /**
     * Executes ticks.
     *
     * @param board handle
     * @param ticks how many
     * @param deadline ns from the call
     * @param executed address of 64 bits: how many were
     * @return a code
     */
    int step(long board, long ticks, long deadline, long executed);

    /**
     * Queues spikes of sources.
     *
     * @param board handle
     * @param events address of events of 16 bytes
     * @param count how many
     * @param deadline ns from the call
     * @param accepted address of 64 bits: how many were taken
     * @return a code
     */
    int send(long board, long events, long count, long deadline, long accepted);

    /**
     * Takes spikes off the queue.
     *
     * @param board handle
     * @param events address of room for events of 16 bytes
     * @param capacity how many
     * @param deadline ns from the call
     * @param count address of 64 bits: how many there were
     * @return a code
     */
    int receive(long board, long events, long capacity, long deadline, long count);

    /**
     * Reads a state variable.
     *
     * @param board handle
     * @param firstId global id
     * @param count neurons
     * @param variable as enum mneme_variable numbers it
     * @param values address of {@code count} numbers of 64 bits
     * @param deadline ns from the call
     * @return a code
     */
    int readState(long board, int firstId, int count, int variable, long values, long deadline);

    /**
     * Reads the counters.
     *
     * @param board handle
     * @param counters address of {@value BoardCounters#WORDS} numbers of 64 bits
     * @param deadline ns from the call
     * @return a code
     */
    int readCounters(long board, long counters, long deadline);

    /**
     * Takes the program off the board.
     *
     * @param board handle
     * @param deadline ns from the call
     * @return a code
     */
    int reset(long board, long deadline);

    /**
     * Gives the board back.
     *
     * @param board handle
     * @return a code
     */
    int close(long board);
}
