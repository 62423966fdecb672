import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Builds the emulator driver with CMake, for Maven, and puts it where JNA looks for it in a jar.
 *
 * <p>{@code java BuildNative.java build SOURCES BUILD CLASSES all|library} compiles; without CMake, a C compiler, protoc or nanopb it says so
 * and ends well, with a jar without library. {@code java BuildNative.java test BUILD} runs the tests, if there is something to be tested.
 */
public final class BuildNative {
    private static final String NAME = "mneme_emulator";
    private static final String REMEDY = "on Debian: apt install cmake gcc protobuf-compiler nanopb libnanopb-dev python3-protobuf";
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    private BuildNative() {}

    public static void main(String[] arguments) throws Exception {
        boolean good = arguments[0].equals("test")
                ? test(Path.of(arguments[1]))
                : build(
                        Path.of(arguments[1]),
                        Path.of(arguments[2]),
                        Path.of(arguments[3]),
                        arguments[4].equals("library"));
        System.exit(good ? 0 : 1);
    }

    private static boolean build(Path sources, Path build, Path classes, boolean libraryOnly) throws Exception {
        Path library = classes.resolve(platform()).resolve(System.mapLibraryName(NAME));
        Path reason = classes.resolve("META-INF/mneme/no-emulator");
        Optional<String> missing = configure(sources, build);
        if (missing.isPresent()) {
            System.out.println("[WARNING] no emulator in this build: " + missing.get() + "; " + REMEDY);
            Files.deleteIfExists(library);
            Files.createDirectories(reason.getParent());
            Files.writeString(reason, missing.get() + "\n");
            return true;
        }
        List<String> command = new ArrayList<>(List.of("cmake", "--build", build.toString(), "--parallel", "--config", "Release"));
        if (libraryOnly) {
            command.addAll(List.of("--target", NAME));
        }
        List<String> output = new ArrayList<>();
        if (run(command, output) != 0) {
            output.forEach(System.out::println);
            System.out.println("[ERROR] the emulator driver does not compile");
            return false;
        }
        Files.deleteIfExists(reason);
        copy(built(build), library);
        return true;
    }

    /** Says what is missing, if anything is. */
    private static Optional<String> configure(Path sources, Path build) throws Exception {
        if (onPath("cmake").isEmpty()) {
            return Optional.of("CMake is missing");
        }
        if (System.getenv("CC") == null && !WINDOWS && onPath("cc").or(() -> onPath("gcc")).or(() -> onPath("clang")).isEmpty()) {
            return Optional.of("a C compiler is missing");
        }
        if (Files.exists(build.resolve("configured"))) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(
                List.of("cmake", "-S", sources.toString(), "-B", build.toString(), "-DCMAKE_BUILD_TYPE=Release"));
        if (onPath("ninja").isPresent()) {
            command.addAll(List.of("-G", "Ninja"));
        }
        List<String> output = new ArrayList<>();
        if (run(command, output) == 0) {
            Files.createFile(build.resolve("configured"));
            return Optional.empty();
        }
        deleteCache(build);
        return Optional.of(output.stream()
                .map(String::strip)
                .filter(line -> line.startsWith("-- missing: "))
                .map(line -> line.substring("-- missing: ".length()) + " is missing")
                .findFirst()
                .orElse("CMake cannot configure it: "
                        + String.join(" ", output.subList(Math.max(0, output.size() - 12), output.size()))));
    }

    /** What CMake has not found it would not look for again. */
    private static void deleteCache(Path build) throws IOException {
        Files.deleteIfExists(build.resolve("CMakeCache.txt"));
    }

    private static boolean test(Path build) throws Exception {
        if (!Files.exists(build.resolve("configured"))) {
            System.out.println("[WARNING] the tests of the emulator driver are skipped: it was not built");
            return true;
        }
        List<String> output = new ArrayList<>();
        List<String> command =
                List.of("ctest", "--test-dir", build.toString(), "--output-on-failure", "-C", "Release", "--timeout", "60");
        boolean good = run(command, output) == 0;
        if (good) {
            output.stream().filter(line -> line.contains("tests passed")).forEach(line -> System.out.println("[INFO] ctest: " + line));
        } else {
            output.forEach(System.out::println);
        }
        return good;
    }

    private static Path built(Path build) throws IOException {
        String file = System.mapLibraryName(NAME);
        try (var found = Files.walk(build)) {
            return found.filter(path -> path.getFileName().toString().equals(file))
                    .findFirst()
                    .orElseThrow(() -> new IOException("CMake has made no " + file));
        }
    }

    /** Only where it has changed, so that nothing that depends on it is made anew. */
    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(to) && Files.mismatch(from, to) < 0) {
            return;
        }
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    /** As com.sun.jna.Platform.RESOURCE_PREFIX has it. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name = WINDOWS ? "win32" : system.startsWith("mac") ? "darwin" : "linux";
        return name + "-"
                + switch (processor) {
                    case "amd64", "x86_64" -> "x86-64";
                    case "arm64" -> "aarch64";
                    case "i386", "i686" -> "x86";
                    default -> processor;
                };
    }

    private static Optional<Path> onPath(String command) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder).resolve(WINDOWS ? command + ".exe" : command))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int run(List<String> command, List<String> output) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try (var lines = process.inputReader()) {
            lines.lines().forEach(output::add);
        }
        return process.waitFor();
    }
}
