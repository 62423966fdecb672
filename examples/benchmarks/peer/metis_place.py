"""Places graphs on meshes by METIS: recursive bisection by gpmetis, halving the mesh with it.

    python3 metis_place.py OUT_FOLDER INSTANCE.graph...

An instance is a graph in METIS format with the mesh in its first line, "% mesh COLUMNS ROWS". Writes OUT_FOLDER/INSTANCE.place: the seconds it took,
then the site (row by row) of each vertex. Needs gpmetis (Debian: metis). The longer side of the mesh is halved; of the two ways to lay the halves,
the one is taken that is nearer to the middles of the parts that vertices outside lie in, as far as these are known.
"""

import os
import subprocess
import sys
import tempfile
import time


def read(path):
    """Returns columns, rows, and for each vertex a dict neighbour -> weight."""
    graph, columns, rows, first = [], 0, 0, True
    with open(path, encoding="utf-8") as text:
        for line in text:
            words = line.split()
            if line.startswith("% mesh"):
                columns, rows = int(words[2]), int(words[3])
            elif line.startswith("%"):
                continue
            elif first:
                first = False
            else:
                graph.append({int(v) - 1: int(w) for v, w in zip(words[::2], words[1::2])})
    return columns, rows, graph


def bisect(graph, vertices, left_share, folder):
    """Splits vertices in two by gpmetis; the first part is to hold about left_share of them."""
    index = {v: i for i, v in enumerate(vertices)}
    lines = [[(index[n] + 1, w) for n, w in graph[v].items() if n in index] for v in vertices]
    edges = sum(len(line) for line in lines) // 2
    if edges == 0:
        cut = round(left_share * len(vertices))
        return vertices[:cut], vertices[cut:]
    path = os.path.join(folder, "part.graph")
    with open(path, "w", encoding="utf-8") as out:
        out.write(f"{len(vertices)} {edges} 001\n")
        for line in lines:
            out.write(" ".join(f"{n} {w}" for n, w in line) + "\n")
    shares = os.path.join(folder, "shares")
    with open(shares, "w", encoding="utf-8") as out:
        out.write(f"0 = {left_share:.6f}\n1 = {1 - left_share:.6f}\n")
    subprocess.run(
        ["gpmetis", "-ptype=rb", "-ufactor=1", "-seed=1", "-ncuts=4", f"-tpwgts={shares}", path, "2"], check=True, stdout=subprocess.DEVNULL
    )
    with open(path + ".part.2", encoding="utf-8") as text:
        sides = [int(line) for line in text]
    return [v for v, s in zip(vertices, sides) if s == 0], [v for v, s in zip(vertices, sides) if s == 1]


def fit(graph, part, other, room):
    """Moves the vertices that lose least from a part that is too large for its half of the mesh."""
    inside = set(part)
    while len(part) > room:
        out = min(part, key=lambda v: sum(w if n in inside else -w for n, w in graph[v].items()))
        part.remove(out)
        inside.remove(out)
        other.append(out)


def pull(graph, part, centre, middles):
    """Weight times distance from a place to the middles of the parts that the neighbours of a part lie in."""
    inside = set(part)
    return sum(
        w * (abs(centre[0] - middles[n][0]) + abs(centre[1] - middles[n][1])) for v in part for n, w in graph[v].items() if n not in inside
    )


def place(graph, columns, rows, folder):
    sites = [0] * len(graph)
    middles = [(columns / 2, rows / 2)] * len(graph)
    todo = [(list(range(len(graph))), 0, 0, columns, rows)]
    while todo:
        vertices, x, y, w, h = todo.pop(0)
        if not vertices:
            continue
        if w * h == 1:
            sites[vertices[0]] = y * columns + x
            continue
        wide = w >= h
        half = (w if wide else h) // 2
        halves = [(x, y, half, h), (x + half, y, w - half, h)] if wide else [(x, y, w, half), (x, y + half, w, h - half)]
        rooms = [a * b for _, _, a, b in halves]
        left, right = bisect(graph, vertices, rooms[0] / sum(rooms), folder)
        centres = [(a + c / 2 - 0.5, b + d / 2 - 0.5) for a, b, c, d in halves]
        straight = pull(graph, left, centres[0], middles) + pull(graph, right, centres[1], middles)
        crossed = pull(graph, right, centres[0], middles) + pull(graph, left, centres[1], middles)
        if crossed < straight:
            left, right = right, left
        fit(graph, left, right, rooms[0])
        fit(graph, right, left, rooms[1])
        for part, centre, (a, b, c, d) in zip((left, right), centres, halves):
            for v in part:
                middles[v] = centre
            todo.append((part, a, b, c, d))
    return sites


def main():
    out = sys.argv[1]
    os.makedirs(out, exist_ok=True)
    for path in sys.argv[2:]:
        columns, rows, graph = read(path)
        begin = time.time()
        with tempfile.TemporaryDirectory() as folder:
            sites = place(graph, columns, rows, folder)
        name = os.path.basename(path).replace(".graph", ".place")
        with open(os.path.join(out, name), "w", encoding="utf-8") as text:
            text.write(f"{time.time() - begin:.1f}\n")
            text.writelines(f"{site}\n" for site in sites)


main()
