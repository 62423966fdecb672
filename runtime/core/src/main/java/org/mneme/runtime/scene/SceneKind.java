package org.mneme.runtime.scene;

import java.util.Locale;

/** What a scene is drawn as. */
public enum SceneKind {
    /** A pen moved by an arm. */
    ARM,
    /** Notes that sound. */
    NOTES,
    /** A legged walker. */
    WALKER;

    /**
     * Returns the kind as results and pages name it.
     *
     * @return such as "arm"
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
