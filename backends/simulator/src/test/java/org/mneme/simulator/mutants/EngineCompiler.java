package org.mneme.simulator.mutants;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
import org.mneme.ir.SpikingGraph;
import org.mneme.runtime.backend.Backend;

/** Compiles the engine in memory and loads it beside the real one. */
final class EngineCompiler {
    private static final String BACKEND = "org.mneme.simulator.SimulatorBackend";

    private EngineCompiler() {}

    /**
     * Compiles sources and creates their backend.
     *
     * @param sources the engine's, mutated or not
     * @return the backend
     * @throws AssertionError if they do not compile
     */
    static Backend backend(EngineSources sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StandardJavaFileManager standard = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null);
        Classes classes = new Classes(standard);
        List<JavaFileObject> units = new ArrayList<>();
        sources.texts().forEach((path, text) -> units.add(new Source(path, text)));
        List<String> options = List.of("-proc:none", "-nowarn", "-g:none", "-classpath", classPath());
        boolean compiled = compiler.getTask(null, classes, diagnostics, options, null, units)
                .call();
        if (!compiled) {
            throw new AssertionError("does not compile: " + diagnostics.getDiagnostics());
        }
        try {
            Object backend = new Loader(classes.bytes())
                    .loadClass(BACKEND)
                    .getDeclaredConstructor()
                    .newInstance();
            return (Backend) backend;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the engine cannot be loaded", e);
        }
    }

    /** Where the classes that the engine needs came from; a test runner may hide the class path itself. */
    private static String classPath() {
        return Stream.of(Backend.class, SpikingGraph.class, NullMarked.class)
                .map(EngineCompiler::location)
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

    /** Child first for what was compiled, so that the mutated engine hides the real one. */
    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> compiled;

        Loader(Map<String, byte[]> compiled) {
            super(EngineCompiler.class.getClassLoader());
            this.compiled = compiled;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                byte[] bytes = compiled.get(name);
                Class<?> loaded = findLoadedClass(name);
                if (bytes == null || loaded != null) {
                    return loaded == null ? super.loadClass(name, resolve) : loaded;
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        }
    }
}
