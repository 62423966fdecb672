package org.mneme.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The completion script, sourced by a real bash. */
@DisabledOnOs(OS.WINDOWS)
final class CompletionTest {
    @TempDir
    private Path folder;

    /** What bash offers for the last of the words. */
    private Set<String> offered(String... words) throws IOException, InterruptedException {
        Path script = Checkout.write(
                folder.resolve("script"), Outcome.of("completion").succeeded().out());
        StringBuilder bash = new StringBuilder("source '" + script + "'\nCOMP_WORDS=(./mneme");
        for (String word : words) {
            bash.append(" '").append(word).append("'");
        }
        bash.append(")\nCOMP_CWORD=").append(words.length);
        bash.append("\n$(complete -p mneme | sed 's/.*-F \\([^ ]*\\) .*/\\1/')\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n");
        Process process = new ProcessBuilder("bash", "--norc", "-c", bash.toString())
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        String reply = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        Set<String> offers = new TreeSet<>();
        reply.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(offers::add);
        return offers;
    }

    @Test
    void commandsAreCompleted() throws IOException, InterruptedException {
        assertEquals(Set.of("compile", "completion"), offered("comp"));
        assertTrue(offered("").containsAll(Set.of("run", "inspect", "theory", "sweep", "backends", "schema")));
    }

    @Test
    void optionsAreCompleted() throws IOException, InterruptedException {
        assertEquals(Set.of("--cue", "--cue-noise"), offered("run", "--cu"));
        assertEquals(Set.of("--seeds", "--set", "--steps"), offered("sweep", "memory.yaml", "--s"));
    }

    @Test
    void backendsAreCompleted() throws IOException, InterruptedException {
        assertEquals(Set.of("board", "dense", "reference", "simulator"), offered("run", "--backend", ""));
    }

    @Test
    void filesAreCompleted() throws IOException, InterruptedException {
        Checkout.small(folder);

        assertEquals(Set.of("small.yaml"), offered("run", "sma"));
        assertEquals(Set.of("small.yaml"), offered("run", "--json", "sma"));
    }
}
