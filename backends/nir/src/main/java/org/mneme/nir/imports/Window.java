package org.mneme.nir.imports;

/**
 * How a kernel moves along one dimension.
 *
 * @param kernel taps, ≥ 1
 * @param stride steps between two places, ≥ 1
 * @param dilation steps between two taps, ≥ 1
 * @param before zeros before the first element, ≥ 0
 * @param after zeros after the last element, ≥ 0
 */
record Window(int kernel, int stride, int dilation, int before, int after) {
    /** A dimension of one element that nothing moves along. */
    static final Window POINT = new Window(1, 1, 1, 0, 0);

    /** How many places it takes; 0 where it does not fit. */
    int places(int length) {
        long room = (long) length + before + after - (long) dilation * (kernel - 1) - 1;
        // at most Integer.MAX_VALUE, as Shapes and Convolutions bound the length and the padding to 2²⁴
        return room < 0 ? 0 : Math.toIntExact(room / stride + 1);
    }

    /** The element under a tap; outside 0…length−1 it is padding. */
    int element(int place, int tap) {
        return place * stride - before + tap * dilation;
    }
}
