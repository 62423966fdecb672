package org.mneme.recall;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.mneme.model.ReferenceRecall;

/** Compiles a mutated source in memory and loads {@link KernelTranscript} with it, beside the real classes. */
final class MutatedKernels {
    private static final String OURS = "org.mneme.";

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager STANDARD =
            COMPILER.getStandardFileManager(new DiagnosticCollector<>(), Locale.ROOT, null);

    private MutatedKernels() {}

    /**
     * A textual substitution that makes a kernel wrong.
     *
     * @param mistake what is wrong, for the reader
     * @param file the source file, such as "model/Tally"
     * @param original text that occurs exactly once in the file, up to white space
     * @param replacement what stands there instead
     */
    record Mutant(String mistake, String file, String original, String replacement) {
        String path() {
            return "org/mneme/" + file + ".java";
        }

        @Override
        public String toString() {
            return mistake;
        }
    }

    /**
     * Loads the transcripts with a mutant in place of the class.
     *
     * @throws AssertionError if the original text does not occur exactly once, or the mutant does not compile
     */
    static IntFunction<String> transcripts(Mutant mutant) {
        return transcripts(mutant.path(), mutated(mutant));
    }

    /** Loads the transcripts with the source as it is, compiled in the same way. */
    static IntFunction<String> unchanged(String path) {
        return transcripts(path, source(path));
    }

    private static IntFunction<String> transcripts(String path, String text) {
        try {
            Object made = new Loader(compiled(path, text))
                    .loadClass(KernelTranscript.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            return index -> String.valueOf(((IntFunction<?>) made).apply(index));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the kernels cannot be loaded", e);
        }
    }

    static String mutated(Mutant mutant) {
        Matcher matcher = pattern(mutant.original()).matcher(source(mutant.path()));
        long found = matcher.results().count();
        if (found != 1) {
            throw new AssertionError("mutant \"" + mutant + "\": its text occurs " + found + " times in "
                    + mutant.path() + ", not once; update the table: " + mutant.original());
        }
        return matcher.replaceFirst(Matcher.quoteReplacement(mutant.replacement()));
    }

    private static String source(String path) {
        Path file = Path.of(System.getProperty("basedir", "."), "src/main/java").resolve(path);
        if (!Files.isRegularFile(file)) {
            throw new AssertionError("there is no " + file.toAbsolutePath() + " any more; update the table");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern pattern(String original) {
        return Pattern.compile(Pattern.compile("\\s+")
                .splitAsStream(original.strip())
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s+")));
    }

    private static Map<String, byte[]> compiled(String path, String text) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Classes classes = new Classes(STANDARD);
        List<String> options = List.of("-proc:none", "-nowarn", "-g:none", "-classpath", classPath());
        boolean compiles = COMPILER.getTask(null, classes, diagnostics, options, null, List.of(new Source(path, text)))
                .call();
        if (!compiles) {
            throw new AssertionError("does not compile: " + diagnostics.getDiagnostics());
        }
        return classes.bytes();
    }

    /** Where the classes that the kernels need came from; a test runner may hide the class path itself. */
    private static String classPath() {
        return Stream.of(ReferenceRecall.class, NullMarked.class)
                .map(MutatedKernels::location)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Source text under its path. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("mutant:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Takes the compiled classes. */
    private static final class Classes extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

        Classes(StandardJavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mutant:///" + name.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return written.computeIfAbsent(name, _ -> new ByteArrayOutputStream());
                }
            };
        }

        Map<String, byte[]> bytes() {
            Map<String, byte[]> bytes = new TreeMap<>();
            written.forEach((name, stream) -> bytes.put(name, stream.toByteArray()));
            return bytes;
        }
    }

    /** Loads this project's classes anew, what was compiled in place of the real ones. */
    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> compiled;

        Loader(Map<String, byte[]> compiled) {
            super(MutatedKernels.class.getClassLoader());
            this.compiled = compiled;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null || !name.startsWith(OURS)) {
                    return loaded == null ? super.loadClass(name, resolve) : loaded;
                }
                byte[] bytes = compiled.containsKey(name) ? compiled.get(name) : real(name);
                return defineClass(name, bytes, 0, bytes.length);
            }
        }

        private byte[] real(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
