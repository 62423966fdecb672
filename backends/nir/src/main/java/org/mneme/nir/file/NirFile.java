package org.mneme.nir.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.mneme.nir.graph.NirGraph;
import org.mneme.nir.hdf.HdfItem;
import org.mneme.nir.hdf.HdfReader;
import org.mneme.nir.hdf.HdfWriter;
import org.mneme.nir.hdf.MalformedHdfException;
import org.mneme.runtime.files.WholeFile;

/**
 * A NIR graph as a file: HDF5, laid out as the reference tool does (Pedersen et al., Nature Communications 2024; PyPI package nir).
 *
 * <p>Reading fills in what older versions leave out: v_reset 0, w_in 1.
 */
public final class NirFile {
    /** The version of NIR that is written. */
    public static final String VERSION = "1.0.8";

    private NirFile() {}

    /**
     * Reads a file of any version.
     *
     * @param file an HDF5 file
     * @return the graph in it and the version of the tool that wrote it; shapes and edges are not checked
     * @throws NirFileException if it cannot be read, is no NIR file, is damaged, or holds a node or a field that NIR does not have
     */
    public static NirDocument read(Path file) {
        try {
            SequencedMap<String, HdfItem> root = HdfReader.read(file).members();
            HdfItem node = root.get("node");
            if (node == null) {
                throw new MalformedNirException("holds no NIR graph: its HDF5 has no group 'node'");
            }
            String version = root.get("version") instanceof HdfItem.Texts texts
                            && !texts.texts().isEmpty()
                    ? texts.texts().getFirst()
                    : "";
            return new NirDocument(version, NodeReader.graph("", node));
        } catch (MalformedHdfException | MalformedNirException e) {
            throw new NirFileException(file, Objects.requireNonNull(e.getMessage()), e);
        } catch (IOException e) {
            throw new NirFileException(file, "cannot be read (" + reason(e) + ")", e);
        }
    }

    /**
     * Writes a graph; equal graphs give equal bytes.
     *
     * @param graph of any nodes; numbers are written as 64-bit floats, 512 and more of them compressed
     * @param file replaced where it exists, in one step
     * @throws NirFileException if it cannot be written, or a name is empty or has a "/" in it; an existing file is then left as it was
     */
    public static void write(NirGraph graph, Path file) {
        requireNames(graph, file);
        SequencedMap<String, HdfItem> root = new TreeMap<>();
        root.put("version", HdfItem.Texts.of(VERSION));
        root.put("node", NodeWriter.node(graph));
        writeHdf(HdfItem.Group.of(root), Set.of(), file);
    }

    /**
     * Writes any HDF5 file of NIR's.
     *
     * @param root its root group
     * @param names of nodes, to be refused where HDF5 cannot hold them
     * @param file replaced where it exists, in one step
     * @throws NirFileException if it cannot be written, or a name cannot be used
     */
    public static void writeHdf(HdfItem.Group root, Set<String> names, Path file) {
        requireNames(names, file);
        try {
            WholeFile.write(file, out -> HdfWriter.write(root, out));
        } catch (IOException e) {
            throw new NirFileException(file, "cannot be written (" + reason(e) + ")", e);
        }
    }

    private static void requireNames(NirGraph graph, Path file) {
        requireNames(graph.nodes().keySet(), file);
        graph.nodes().values().forEach(node -> {
            if (node instanceof NirGraph inner) {
                requireNames(inner, file);
            }
        });
    }

    private static void requireNames(Set<String> names, Path file) {
        for (String name : names) {
            if (!isName(name)) {
                throw new NirFileException(
                        file, "cannot be written: a NIR node cannot be called '" + name + "', rename it without '/'");
            }
        }
    }

    /**
     * Says whether a node can have a name.
     *
     * @param name any text
     * @return false if it is empty, is ".", or holds "/" or a null character
     */
    public static boolean isName(String name) {
        return !name.isEmpty() && !name.equals(".") && !name.contains("/") && name.indexOf('\0') < 0;
    }

    /** What the system said, without the file name it starts with. */
    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "no such file or folder";
            case AccessDeniedException _ -> "access denied";
            case FileSystemException f when f.getReason() != null -> f.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
