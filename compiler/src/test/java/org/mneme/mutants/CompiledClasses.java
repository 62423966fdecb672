package org.mneme.mutants;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
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

/** Classes compiled in memory, to be loaded in place of the real ones. */
public final class CompiledClasses {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager STANDARD =
            COMPILER.getStandardFileManager(new DiagnosticCollector<>(), Locale.ROOT, null);

    private final Map<String, byte[]> bytes;

    private CompiledClasses(Map<String, byte[]> bytes) {
        this.bytes = bytes;
    }

    /**
     * Compiles sources.
     *
     * @param texts by path, such as "org/mneme/model/Tally.java"
     * @param needed a class of each place that they need, this project's or a library's
     * @return the classes
     * @throws AssertionError if they do not compile
     */
    public static CompiledClasses of(Map<String, String> texts, Class<?>... needed) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Outputs outputs = new Outputs(STANDARD);
        List<JavaFileObject> units = new ArrayList<>();
        texts.forEach((path, text) -> units.add(new Source(path, text)));
        List<String> options = List.of("-proc:none", "-nowarn", "-g:none", "-classpath", classPath(needed));
        boolean compiles = COMPILER.getTask(null, outputs, diagnostics, options, null, units)
                .call();
        if (!compiles) {
            throw new AssertionError("does not compile: " + diagnostics.getDiagnostics());
        }
        return new CompiledClasses(outputs.bytes());
    }

    /** Where classes came from; a test runner may hide the class path itself. */
    private static String classPath(Class<?>... needed) {
        return Stream.of(needed)
                .map(CompiledClasses::location)
                .distinct()
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

    /**
     * Creates an object of a class that sees the compiled classes in place of the real ones.
     *
     * @param name of the class
     * @param parent loads the others
     * @param anew names of classes that are loaded once more though they were not compiled, so that they see those that were
     * @return made by the constructor without parameters
     */
    public Object create(String name, ClassLoader parent, Predicate<String> anew) {
        try {
            return new Loader(bytes, parent, anew)
                    .loadClass(name)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name + " cannot be loaded", e);
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
    private static final class Outputs extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

        Outputs(StandardJavaFileManager standard) {
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

    /** Child first for what was compiled, and for what must see it. */
    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> compiled;
        private final Predicate<String> anew;

        Loader(Map<String, byte[]> compiled, ClassLoader parent, Predicate<String> anew) {
            super(parent);
            this.compiled = compiled;
            this.anew = anew;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                byte[] bytes = compiled.get(name);
                if (bytes == null && !anew.test(name)) {
                    return super.loadClass(name, resolve);
                }
                byte[] defined = bytes == null ? real(name) : bytes;
                return defineClass(name, defined, 0, defined.length);
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
