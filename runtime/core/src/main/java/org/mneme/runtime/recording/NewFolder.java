package org.mneme.runtime.recording;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that was made, or found empty; what is put into it can be taken back. */
record NewFolder(Path folder, boolean existed) {
    static NewFolder prepare(Path folder) {
        boolean existed = Files.isDirectory(folder);
        try {
            if (existed) {
                try (Stream<Path> content = Files.list(folder)) {
                    if (content.findAny().isPresent()) {
                        throw refused(folder, RecordingFolderException.Reason.NOT_EMPTY, "");
                    }
                }
                if (!Files.isWritable(folder)) {
                    throw refused(folder, RecordingFolderException.Reason.NOT_WRITABLE, "permission denied");
                }
            } else {
                Files.createDirectories(folder);
            }
        } catch (FileAlreadyExistsException e) {
            throw refused(folder, RecordingFolderException.Reason.NOT_A_FOLDER, "");
        } catch (IOException e) {
            throw refused(folder, RecordingFolderException.Reason.NOT_WRITABLE, reason(e));
        }
        return new NewFolder(folder, existed);
    }

    private static RecordingFolderException refused(
            Path folder, RecordingFolderException.Reason reason, String detail) {
        return new RecordingFolderException(folder, reason, detail);
    }

    /** What the system said, without the file name it starts with. */
    static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "no such folder";
            case FileSystemException f when f.getReason() != null -> f.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }

    /** Takes back what was put into the folder, and the folder where it was new. */
    void undo() {
        try (Stream<Path> content = Files.walk(folder)) {
            List<Path> paths = content.sorted(Comparator.reverseOrder()).toList();
            for (Path path : paths) {
                if (!existed || !path.equals(folder)) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            // the error that made us undo is the one to be reported
        }
    }
}
