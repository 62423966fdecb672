package org.mneme.report.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Pages that do not read. */
final class SlowReaderTest {
    private static final long PATIENCE = 300_000_000L;

    /** Its windows are small, so that what is sent to it soon has nowhere to go. */
    private static Socket pageThatNeverReads(LiveServer server) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1024);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.address().getPort()));
        socket.getOutputStream()
                .write(("GET /events HTTP/1.1\r\nHost: 127.0.0.1:"
                                + server.address().getPort() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void pageThatNeverReadsIsLeftAndTheEngineGoesOn() throws IOException, InterruptedException {
        LiveMemory memory =
                Samples.memory(Samples.gaits(), LiveOptions.on("simulator").paced(200));
        try (LiveRun run = new LiveRun(memory, System::nanoTime);
                LiveServer server = new LiveServer(memory, run, Live.LOOPBACK, 0, PATIENCE)) {
            run.start();
            server.start();
            List<Socket> never = new ArrayList<>();
            for (int k = 0; k < 3; k++) {
                never.add(pageThatNeverReads(server));
            }
            Samples.until("pages are there", () -> server.pages() == 3);
            for (int k = 0; k < 5; k++) {
                Samples.ticks(run, 1000);
            }
            Samples.until("pages are left", () -> server.pages() == 0);
            Samples.ticks(run, 1000);
            for (Socket socket : never) {
                socket.close();
            }
        }
    }

    /** A page that stops for a while gets the newest steps, and is told how many it missed. */
    @Test
    void slowPageIsToldWhatItMissed() throws IOException, InterruptedException {
        LiveMemory memory =
                Samples.memory(Samples.gaits(), LiveOptions.on("simulator").paced(100));
        try (LiveRun run = Samples.started(memory)) {
            Slow page = new Slow();
            Thread sender = Thread.ofVirtual().start(() -> {
                try {
                    new EventStream(run, memory.model(), page).send();
                } catch (IOException | InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            page.reached.await();
            long end = run.feed().end();
            Samples.until("frames are overwritten", () -> run.feed().end() > end + Feed.SIZE);
            page.goOn.countDown();
            Samples.until("it is told", () -> page.dropped() > 0);
            sender.interrupt();
            sender.join();
        }
    }

    /** Blocks at its second write until it is let go on. */
    private static final class Slow extends OutputStream {
        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);
        private final StringBuilder text = new StringBuilder();
        private int writes;

        @Override
        public void write(int b) {
            throw new AssertionError("one by one");
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (writes++ == 1) {
                reached.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            synchronized (text) {
                text.append(new String(bytes, offset, length, StandardCharsets.UTF_8));
            }
        }

        String text() {
            synchronized (text) {
                return text.toString();
            }
        }

        long dropped() {
            String key = "\"dropped\":";
            long most = 0;
            String now = text();
            for (int at = now.indexOf(key); at >= 0; at = now.indexOf(key, at + 1)) {
                int from = at + key.length();
                most = Math.max(most, Long.parseLong(now.substring(from, now.indexOf(',', from))));
            }
            return most;
        }
    }

    /** A page gets at most 30 chunks a second, however fast steps come. */
    @Test
    void chunksAreAsFewAsAPageCanShow() throws IOException, InterruptedException {
        LiveMemory memory =
                Samples.memory(Samples.gaits(), LiveOptions.on("simulator").paced(50));
        try (LiveRun run = Samples.started(memory)) {
            Slow page = new Slow();
            page.goOn.countDown();
            long start = System.nanoTime();
            Thread sender = Thread.ofVirtual().start(() -> {
                try {
                    new EventStream(run, memory.model(), page).send();
                } catch (IOException | InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            Samples.until("chunks", () -> page.text().split("event: chunk", -1).length > 20);
            sender.interrupt();
            sender.join();
            double seconds = (System.nanoTime() - start) / 1e9;
            int chunks = page.text().split("event: chunk", -1).length - 1;
            assertTrue(chunks <= 2 + seconds * EventStream.MOST_PER_SECOND, () -> chunks + " in " + seconds + " s");
            assertEquals(1, page.text().split("event: model", -1).length - 1);
        }
    }
}
