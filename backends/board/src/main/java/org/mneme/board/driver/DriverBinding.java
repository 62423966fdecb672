package org.mneme.board.driver;

import com.sun.jna.FunctionMapper;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Binds a shared library to {@link DriverCalls}. */
final class DriverBinding {
    /** The version of the interface that is spoken. */
    static final int ABI = 1;

    private static final String PREFIX = "mneme_";
    private static final String[] ABOUT = {"driver_scheme", "driver_description", "driver_is_hardware"};

    /** Drivers export the same names: none may see another's. What a library lacks is found now, not in the middle of a run. */
    private static final int OPEN_FLAGS = Platform.isMac() ? 0x2 | 0x4 : 0x2;

    private DriverBinding() {}

    /**
     * What a library is.
     *
     * @param calls its functions
     * @param scheme of its URIs
     * @param description a sentence
     * @param hardware whether its boards are hardware
     */
    record Bound(DriverCalls calls, String scheme, String description, boolean hardware) {}

    /**
     * Loads a library, checks its version, and binds it.
     *
     * @param library path, or the name of one that JNA finds on the class path
     * @throws DriverUnusableException if it is no shared library, no driver, or of another version of the interface
     */
    static Bound bind(String library) {
        NativeLibrary loaded = load(library);
        int abi;
        try {
            abi = loaded.getFunction(PREFIX + "driver_abi").invokeInt(new Object[0]);
        } catch (UnsatisfiedLinkError e) {
            throw new DriverUnusableException(
                    library, new DriverUnusableException.NoDriver(List.of(PREFIX + "driver_abi")));
        }
        if (abi != ABI) {
            throw new DriverUnusableException(library, new DriverUnusableException.OtherAbi(abi, ABI));
        }
        List<String> missing = missing(loaded);
        if (!missing.isEmpty()) {
            throw new DriverUnusableException(library, new DriverUnusableException.NoDriver(missing));
        }
        return new Bound(
                direct(loaded),
                text(loaded, ABOUT[0]),
                text(loaded, ABOUT[1]),
                loaded.getFunction(PREFIX + ABOUT[2]).invokeInt(new Object[0]) != 0);
    }

    private static NativeLibrary load(String library) {
        FunctionMapper mapper = (_, method) -> functionName(method.getName());
        try {
            return NativeLibrary.getInstance(
                    library, Map.of(Library.OPTION_OPEN_FLAGS, OPEN_FLAGS, Library.OPTION_FUNCTION_MAPPER, mapper));
        } catch (UnsatisfiedLinkError e) {
            throw new DriverUnusableException(
                    library, new DriverUnusableException.NoLibrary(reason(library, String.valueOf(e.getMessage()))));
        }
    }

    /**
     * What the system says, without the library's name.
     *
     * @param library its path
     * @param message of JNA: a line of its own, then one of the system for each place where it looked
     */
    static String reason(String library, String message) {
        List<String> lines = message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        String said = lines.size() > 1 ? lines.get(1) : message.strip();
        return said.startsWith(library + ": ") ? said.substring(library.length() + 2) : said;
    }

    /** "loadSection" → "mneme_load_section". */
    static String functionName(String method) {
        return PREFIX + method.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static List<String> missing(NativeLibrary library) {
        List<String> names = new ArrayList<>();
        Arrays.stream(ABOUT).map(PREFIX::concat).forEach(names::add);
        Arrays.stream(DriverCalls.class.getMethods())
                .map(method -> functionName(method.getName()))
                .sorted()
                .forEach(names::add);
        names.removeIf(name -> has(library, name));
        return names;
    }

    private static boolean has(NativeLibrary library, String name) {
        try {
            library.getFunction(name);
            return true;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }

    private static String text(NativeLibrary library, String function) {
        Pointer text = library.getFunction(PREFIX + function).invokePointer(new Object[0]);
        return text == null ? "" : text.getString(0, "UTF-8");
    }

    /** A hidden class of its own for each library. */
    private static DriverCalls direct(NativeLibrary library) {
        try (InputStream code = DirectCalls.class.getResourceAsStream("DirectCalls.class")) {
            if (code == null) {
                throw new IllegalStateException("DirectCalls.class is not beside its sisters");
            }
            MethodHandles.Lookup own = MethodHandles.lookup().defineHiddenClass(code.readAllBytes(), true);
            Native.register(own.lookupClass(), library);
            return (DriverCalls) own.lookupClass().getDeclaredConstructor().newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("DirectCalls cannot be defined anew", e);
        }
    }
}
