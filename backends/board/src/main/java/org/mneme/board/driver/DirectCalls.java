package org.mneme.board.driver;

/**
 * The functions of one driver, bound by JNA's direct mapping. Direct mapping binds a class to a library, so {@link DriverBinding} defines
 * this class anew for each library; this one itself is never bound.
 */
final class DirectCalls implements DriverCalls {
    @Override
    public native int list(long buffer, long capacity, long length);

    @Override
    public native int open(long uri, long deadline, long board);

    @Override
    public native int errorCount(long board);

    @Override
    public native int error(long board, int index, long buffer, long capacity);

    @Override
    public native int describe(long board, long buffer, long capacity, long length);

    @Override
    public native int loadBegin(long board, long header, long length, long deadline);

    @Override
    public native int loadSection(long board, int index, int kind, long payload, long length, int crc, long deadline);

    @Override
    public native int loadCommit(long board, int sections, long deadline);

    @Override
    public native int start(long board, long seed, long deadline);

    @Override
    public native int step(long board, long ticks, long deadline, long executed);

    @Override
    public native int send(long board, long events, long count, long deadline, long accepted);

    @Override
    public native int receive(long board, long events, long capacity, long deadline, long count);

    @Override
    public native int readState(long board, int firstId, int count, int variable, long values, long deadline);

    @Override
    public native int readCounters(long board, long counters, long deadline);

    @Override
    public native int reset(long board, long deadline);

    @Override
    public native int close(long board);
}
