package org.mneme.board.driver;

import java.util.List;
import org.mneme.board.driver.DriverUnusableException.Crashed;
import org.mneme.board.driver.DriverUnusableException.Hung;
import org.mneme.board.driver.DriverUnusableException.NoDriver;
import org.mneme.board.driver.DriverUnusableException.NoLibrary;
import org.mneme.board.driver.DriverUnusableException.OtherAbi;
import org.mneme.board.driver.DriverUnusableException.Trouble;

/** Troubles as text, from one process to another. */
final class Troubles {
    private Troubles() {}

    static String write(Trouble trouble) {
        return switch (trouble) {
            case NoLibrary(String reason) -> "library " + reason;
            case NoDriver(List<String> missing) -> "driver " + String.join(" ", missing);
            case OtherAbi(int found, int expected) -> "abi " + found + " " + expected;
            case Crashed(String stage, int status) -> "crashed " + status + " " + stage;
            case Hung(String stage, double seconds) -> "hung " + seconds + " " + stage;
        };
    }

    static Trouble read(String text) {
        String[] words = text.split(" ", 2);
        String rest = words.length > 1 ? words[1] : "";
        String[] parts = rest.split(" ", 2);
        return switch (words[0]) {
            case "library" -> new NoLibrary(rest);
            case "driver" -> new NoDriver(List.of(rest.split(" ")));
            case "abi" -> new OtherAbi(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            case "crashed" -> new Crashed(parts[1], Integer.parseInt(parts[0]));
            case "hung" -> new Hung(parts[1], Double.parseDouble(parts[0]));
            default -> throw new IllegalArgumentException("no trouble is called " + words[0]);
        };
    }
}
