package org.mneme.runtime.scene;

/**
 * A performance, and how well it went.
 *
 * @param scene what the states mean
 * @param performance what the recall did
 * @param score how well
 */
public record SceneRun(Scene scene, Performance performance, SceneScore score) {
    /**
     * Judges a performance.
     *
     * @param scene what the states mean
     * @param performance what the recall did
     * @return both, and the score
     */
    public static SceneRun of(Scene scene, Performance performance) {
        return new SceneRun(scene, performance, scene.judge(performance));
    }
}
