package org.mneme.model.io;

/** Where in a file a mistake is. */
public sealed interface Place {
    /** The file as a whole. */
    Place WHOLE = new Whole();

    /**
     * Returns the place as it is appended to the file's name.
     *
     * @return ":3:7", "[2, 6]", or nothing
     */
    String suffix();

    /**
     * Returns the place as it is named inside a sentence.
     *
     * @return "line 3, column 7", "element [2, 6]", or "the file"
     */
    String words();

    /** No particular place. */
    record Whole() implements Place {
        @Override
        public String suffix() {
            return "";
        }

        @Override
        public String words() {
            return "the file";
        }
    }

    /**
     * A place in a text.
     *
     * @param line 1 for the first
     * @param column in characters, 1 for the first of the line
     */
    record Text(long line, int column) implements Place {
        @Override
        public String suffix() {
            return ":" + line + ":" + column;
        }

        @Override
        public String words() {
            return "line " + line + ", column " + column;
        }
    }

    /**
     * An element of an array.
     *
     * @param row 0 for the first, as NumPy counts
     * @param column 0 for the first
     */
    record Element(long row, long column) implements Place {
        @Override
        public String suffix() {
            return "[" + row + ", " + column + "]";
        }

        @Override
        public String words() {
            return "element " + suffix();
        }
    }
}
