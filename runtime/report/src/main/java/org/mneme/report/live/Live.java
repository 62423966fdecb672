package org.mneme.report.live;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mneme.report.watch.WatchModel;
import org.mneme.runtime.experiment.Experiment;

/** A memory that runs in real time, and the page on which it is watched and steered. */
public final class Live implements AutoCloseable {
    /** The host that only this machine can reach. */
    public static final String LOOPBACK = "127.0.0.1";

    /** The port tried first where none is asked for. */
    public static final int FIRST_PORT = 8765;

    private static final int PORTS_TRIED = 20;
    private static final int LAST_PORT = 65_535;

    private final LiveMemory memory;
    private final LiveRun run;
    private final LiveServer server;
    private final InetAddress host;

    private Live(LiveMemory memory, LiveRun run, LiveServer server, InetAddress host) {
        this.memory = memory;
        this.run = run;
        this.server = server;
        this.host = host;
    }

    /**
     * Starts a memory, and serves its page.
     *
     * @param experiment what is stored; what its file says that a run is told is told
     * @param options how it runs
     * @param host name or address of this machine to listen at, such as {@link #LOOPBACK}
     * @param port 0 for any; empty for {@link #FIRST_PORT} or the next that is free
     * @return what runs, to be closed
     * @throws org.mneme.MnemeException if the memory cannot be lowered or executed
     * @throws ServerAddressException if no page can be served there
     */
    public static Live open(Experiment experiment, LiveOptions options, String host, OptionalInt port) {
        InetAddress address = address(host, port.orElse(FIRST_PORT));
        LiveMemory memory = LiveMemory.of(experiment, options);
        LiveRun run = new LiveRun(memory, System::nanoTime);
        LiveServer server = server(memory, run, host, port);
        try {
            run.start();
            server.start();
        } catch (RuntimeException e) {
            run.close();
            server.close();
            throw e;
        }
        return new Live(memory, run, server, address);
    }

    private static InetAddress address(String host, int port) {
        if (port < 0 || port > LAST_PORT) {
            throw new ServerAddressException(host, port, "a port is in 0…" + LAST_PORT + ", 0 for any");
        }
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new ServerAddressException(
                    host, port, "there is no such host; leave it out to serve this machine alone");
        }
    }

    private static LiveServer server(LiveMemory memory, LiveRun run, String host, OptionalInt port) {
        int first = port.orElse(FIRST_PORT);
        int last = port.isPresent() ? first : FIRST_PORT + PORTS_TRIED - 1;
        for (int tried = first; tried <= last; tried++) {
            try {
                return new LiveServer(memory, run, host, tried, TimeUnit.SECONDS.toNanos(Visitors.PATIENCE_SECONDS));
            } catch (BindException e) {
                if (tried == last) {
                    throw new ServerAddressException(
                            host,
                            first,
                            "it cannot be listened at (" + e.getMessage() + "); give another, or 0 for any");
                }
            } catch (IOException e) {
                throw new ServerAddressException(host, first, "it cannot be listened at (" + e.getMessage() + ")");
            }
        }
        throw new IllegalStateException("no port was tried");
    }

    /**
     * Returns where the page is.
     *
     * @return such as http://127.0.0.1:8765/
     */
    public URI uri() {
        InetSocketAddress listens = server.address();
        InetAddress shown = host.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : host;
        String name = shown instanceof Inet6Address
                ? "[" + shown.getHostAddress().replaceFirst("%.*", "") + "]"
                : shown.getHostAddress();
        return URI.create("http://" + name + ":" + listens.getPort() + "/");
    }

    /**
     * Says whether only this machine can reach the page.
     *
     * @return false where others may be able to
     */
    public boolean loopbackOnly() {
        return host.isLoopbackAddress();
    }

    /**
     * Returns what a page has to know.
     *
     * @return the model
     */
    public WatchModel model() {
        return memory.model();
    }

    /**
     * Returns how long a clean recall step takes at the pace asked for.
     *
     * @return s, &gt; 0
     */
    public double stepSeconds() {
        return memory.model().ticksPerStep() / memory.ticksPerSecond();
    }

    /**
     * Returns the ticks executed since the memory was started last.
     *
     * @return ≥ 0
     */
    public long tick() {
        return run.status().tick();
    }

    /**
     * Waits until the network cannot go on, or this thread is interrupted.
     *
     * @throws InterruptedException if it is
     * @throws org.mneme.MnemeException if what executes the graph has failed
     */
    public void await() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        CompletableFuture<Boolean> _ = run.over().whenComplete((done, failure) -> over.countDown());
        over.await();
        Waiting.on(run.over());
    }

    LiveServer server() {
        return server;
    }

    LiveRun run() {
        return run;
    }

    /** Ends the run between two ticks, completes its recording, and frees the port. */
    @Override
    public void close() {
        run.close();
        server.close();
    }
}
