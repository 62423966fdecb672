package org.mneme.map;

/** The next link of a shortest way from a router to another one. */
final class Steps {
    private Steps() {}

    /**
     * Returns the direction of the next link: of those that come nearer, the diagonal first, then along the row (or, if columns go first,
     * along the column); a link to a router that is not there is passed over. Chips are missing only at the end of the last row, so there
     * always is one.
     */
    static int next(Mesh mesh, int x, int y, int toX, int toY, boolean columnsFirst) {
        int dx = toX - x;
        int dy = toY - y;
        int best = -1;
        int bestRank = Integer.MAX_VALUE;
        int left = mesh.distance(dx, dy);
        for (int d = 0; d < mesh.directions(); d++) {
            int stepX = mesh.stepX(d);
            int stepY = mesh.stepY(d);
            int rank = stepX != 0 && stepY != 0 ? 0 : stepX != 0 == columnsFirst ? 2 : 1;
            if (rank < bestRank && mesh.distance(dx - stepX, dy - stepY) < left && mesh.exists(x + stepX, y + stepY)) {
                best = d;
                bestRank = rank;
            }
        }
        return best;
    }
}
