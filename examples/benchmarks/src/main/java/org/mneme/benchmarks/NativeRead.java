package org.mneme.benchmarks;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

/** The read loops of {@code peer/read.c}, compiled here with the machine's C compiler. */
final class NativeRead implements AutoCloseable {
    private static final long ALIGNMENT = 64;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment words;
    private final long count;
    private final MethodHandle sum;
    private final MethodHandle xor8;

    /**
     * Compiles the loops and copies the words.
     *
     * @param source of the C file
     * @param words to be read
     * @throws IOException if there is no C compiler, or it fails
     * @throws InterruptedException if interrupted
     */
    NativeRead(Path source, long[] words) throws IOException, InterruptedException {
        this.count = words.length;
        this.words = arena.allocate(words.length * (long) Long.BYTES, ALIGNMENT);
        MemorySegment.copy(words, 0, this.words, ValueLayout.JAVA_LONG, 0, words.length);
        Path folder = Files.createTempDirectory("mneme-peer");
        Path library = folder.resolve("read.so");
        Process compiler = new ProcessBuilder(
                        "cc", "-O3", "-march=native", "-shared", "-fPIC", "-o", library.toString(), source.toString())
                .inheritIO()
                .start();
        if (compiler.waitFor() != 0) {
            throw new IOException("the C compiler failed on " + source);
        }
        SymbolLookup symbols = SymbolLookup.libraryLookup(library, arena);
        this.sum = function(symbols, "read_sum");
        this.xor8 = function(symbols, "read_xor8");
    }

    private static MethodHandle function(SymbolLookup symbols, String name) {
        return Linker.nativeLinker()
                .downcallHandle(
                        symbols.find(name).orElseThrow(),
                        FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
    }

    long sum() {
        return call(sum);
    }

    long xor8() {
        return call(xor8);
    }

    private long call(MethodHandle function) {
        try {
            return (long) function.invokeExact(words, count);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
