package org.mneme.report.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.mneme.MnemeException;
import org.mneme.report.watch.WatchPage;

/**
 * Serves the page of a run, what happens, and what is asked for; every request on a virtual thread of its own, none of which the engine
 * knows.
 */
final class LiveServer implements AutoCloseable {
    /** The most pages that are sent events. */
    static final int MOST_PAGES = 16;

    /** The most bytes of a message. */
    static final int LARGEST_MESSAGE = 64 << 10;

    private static final int OK = 200;
    private static final int DONE = 204;
    private static final int NOT_FOUND = 404;
    private static final int WRONG_METHOD = 405;
    private static final int TOO_LARGE = 413;
    private static final int WRONG_TYPE = 415;
    private static final int DEFECT = 500;
    private static final int BUSY = 503;
    private static final int BACKLOG = 64;
    private static final long NO_BODY = -1;
    private static final long UNKNOWN_LENGTH = 0;
    private static final String GET = "GET";
    private static final String HEAD = "HEAD";
    private static final String POST = "POST";
    private static final int LONGEST_NAME = 80;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON = "application/json";

    private final LiveMemory memory;
    private final LiveRun run;
    private final LiveReport report;
    private final AskReader reader;
    private final Guard guard;
    private final HttpServer server;
    private final ExecutorService threads;
    private final Visitors visitors;
    private final AtomicInteger pages = new AtomicInteger();
    private final byte[] page;

    static {
        // read once by jdk.httpserver: whoever sends half a request, or none, is not waited for
        set("sun.net.httpserver.maxReqTime", "10");
        set("sun.net.httpserver.maxReqHeaders", "64");
        set("sun.net.httpserver.maxReqHeaderSize", "32768");
        set("sun.net.httpserver.nodelay", "true");
        set("jdk.httpserver.maxConnections", "256");
    }

    private static void set(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /**
     * Opens a server.
     *
     * @param memory what runs
     * @param run of it
     * @param host name or address to listen at
     * @param port 0 for any
     * @param patienceNanos how long an answer may wait to be read
     * @throws IOException if that port cannot be had
     */
    LiveServer(LiveMemory memory, LiveRun run, String host, int port, long patienceNanos) throws IOException {
        InetAddress address = InetAddress.getByName(host);
        this.memory = memory;
        this.run = run;
        this.report = new LiveReport(memory, run);
        this.reader = new AskReader(memory);
        this.page = WatchPage.live().getBytes(StandardCharsets.UTF_8);
        this.server = HttpServer.create(new InetSocketAddress(address, port), BACKLOG);
        this.guard = new Guard(host, address, server.getAddress().getPort());
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        this.visitors = new Visitors(patienceNanos);
    }

    void start() {
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        visitors.start();
        server.start();
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    LiveReport report() {
        return report;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Visitors.Visit visit = visitors.visit(exchange.getResponseBody());
        try {
            serve(exchange, visit);
        } catch (Refused e) {
            refuse(exchange, visit, e);
        } catch (MnemeException e) {
            refuse(exchange, visit, new Refused(DEFECT, e.getMessage()));
        } catch (RuntimeException e) {
            refuse(
                    exchange,
                    visit,
                    new Refused(
                            DEFECT, "this is a defect of Mneme: " + e.getClass().getSimpleName()));
        } finally {
            visit.leave();
        }
    }

    private void serve(HttpExchange exchange, Visitors.Visit visit) throws IOException, Refused {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("Cross-Origin-Resource-Policy", "same-origin");
        exchange.getResponseHeaders().set("Content-Security-Policy", WatchPage.policy() + ";frame-ancestors 'none'");
        guard.check(exchange.getRequestHeaders());
        switch (String.valueOf(exchange.getRequestURI().getPath())) {
            case "/" -> {
                method(exchange, GET, HEAD);
                send(exchange, visit, OK, HTML, page);
            }
            case "/events" -> {
                method(exchange, GET);
                events(exchange, visit);
            }
            case "/control" -> {
                method(exchange, POST);
                control(exchange, visit);
            }
            case "/report" -> {
                method(exchange, GET, POST);
                report(exchange, visit);
            }
            default -> throw new Refused(NOT_FOUND, "there is nothing here; the page is at /");
        }
    }

    private static void method(HttpExchange exchange, String... allowed) throws Refused {
        if (!List.of(allowed).contains(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("Allow", String.join(", ", allowed));
            throw new Refused(WRONG_METHOD, "use " + String.join(" or ", allowed) + " here");
        }
    }

    /** What a page sends: only it can send JSON without this server having been asked first. */
    private static byte[] body(HttpExchange exchange) throws IOException, Refused {
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (!type.equals(JSON) && !type.startsWith(JSON + ";")) {
            throw new Refused(WRONG_TYPE, "send a message as " + JSON);
        }
        InputStream in = exchange.getRequestBody();
        byte[] body = in.readNBytes(LARGEST_MESSAGE + 1);
        if (body.length > LARGEST_MESSAGE) {
            throw new Refused(TOO_LARGE, "a message has at most " + LARGEST_MESSAGE + " bytes");
        }
        return body;
    }

    private void control(HttpExchange exchange, Visitors.Visit visit) throws IOException, Refused {
        Ask ask = reader.read(body(exchange), run.status());
        if (!run.ask(ask)) {
            throw new Refused(
                    BUSY,
                    run.over().isDone()
                            ? "the run is over; start it again"
                            : "too much was asked for at once; ask again in a moment");
        }
        visit.headers(exchange, DONE, NO_BODY);
        exchange.close();
    }

    private void report(HttpExchange exchange, Visitors.Visit visit) throws IOException, Refused {
        if (exchange.getRequestMethod().equals(POST)) {
            body(exchange);
        }
        byte[] html = report.page().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set(
                        "Content-Disposition",
                        "attachment; filename=\"" + fileName(memory.model().name()) + ".html\"");
        send(exchange, visit, OK, HTML, html);
    }

    /** A name that every system takes. */
    private static String fileName(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        return plain.isEmpty() ? "run" : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    private void events(HttpExchange exchange, Visitors.Visit visit) throws IOException, Refused {
        if (pages.incrementAndGet() > MOST_PAGES) {
            pages.decrementAndGet();
            throw new Refused(BUSY, MOST_PAGES + " pages watch already; close one of them");
        }
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            visit.headers(exchange, OK, UNKNOWN_LENGTH);
            new EventStream(run, memory.model(), visit).send();
            visit.close();
        } catch (InterruptedException e) {
            throw new IOException("left", e);
        } finally {
            pages.decrementAndGet();
        }
        exchange.close();
    }

    private static void send(HttpExchange exchange, Visitors.Visit visit, int status, String type, byte[] bytes)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals(HEAD)) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
            visit.headers(exchange, status, NO_BODY);
        } else {
            visit.headers(exchange, status, bytes.length);
            visit.write(bytes, 0, bytes.length);
            visit.close();
        }
        exchange.close();
    }

    private static void refuse(HttpExchange exchange, Visitors.Visit visit, Refused why) throws IOException {
        // what was not read of a message is not waited for
        exchange.getResponseHeaders().set("Connection", "close");
        ObjectNode error = MAPPER.createObjectNode().put("error", why.sentence());
        send(exchange, visit, why.status(), JSON, MAPPER.writeValueAsBytes(error));
    }

    /** The pages that are sent events. */
    int pages() {
        return pages.get();
    }

    /** Leaves everyone, and frees the port. */
    @Override
    public void close() {
        report.close();
        visitors.close();
        server.stop(0);
        threads.shutdownNow();
        threads.close();
    }
}
