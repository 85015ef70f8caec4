"""Pack the published figures of every English authority: ``python -m tools.published FOLDER``.

FOLDER holds the files as their publishers give them: ``dfe_cin_2024/`` (the yearly tables of
Characteristics of children in need 2023-24), ``authorities/`` (mid-year populations, neighbour
models of 2021 and 2025, ethnic groups of the census of 2021) and ``lait_safeguarding.csv``
(looked-after children, of the areas that it has). They become the files of
``pscb_lib/published/``. The same files give the same bytes.

An area is named by its key: an authority's code in the department's returns (874), a region's name,
or England. All numbers and marks are kept as they are printed.
"""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

HELD = Path(__file__).parents[1] / "pscb_lib" / "published"
OGL = "Open Government Licence v3.0"
DFE, ONS = "Department for Education", "Office for National Statistics"
NEED, LOOKED_AFTER = "children in need", "looked-after children"
FIRST, LAST = 2013, 2024  # the March in which a year of the children in need tables ends
BEFORE_COLUMNS = 11  # of a table: its period, area and category
LAIT_MEASURES = ("LAC", "LACnum", "LACStable_2016on", "LACStableNum_2016on")
NEIGHBOURS = 10
ENDED = "{name} (to March {year})"  # an authority whose name another has taken over

# The day of the first publication of each year's figures, by the March in which it ends.
FIRST_RELEASES = {
    NEED: {2013: "2013-10-31", 2014: "2014-10-29", 2015: "2015-10-22", 2016: "2016-11-03",
           2017: "2017-11-02", 2018: "2018-10-25", 2019: "2019-10-31", 2020: "2020-11-26",
           2021: "2021-10-28", 2022: "2022-10-27", 2023: "2023-10-26", 2024: "2024-10-31"},
    LOOKED_AFTER: {
        2015: "2015-10-01", 2016: "2016-09-29", 2017: "2017-09-28", 2018: "2018-11-15",
        2019: "2019-12-05", 2020: "2020-12-10", 2021: "2021-11-18", 2022: "2022-11-17",
        2023: "2023-11-16", 2024: "2024-11-14", 2025: "2025-11-20"},
}
# The day on which the estimate of each mid-year was first published, by its year.
ESTIMATES = {2012: "2013-06-26", 2013: "2014-06-26", 2014: "2015-06-25", 2015: "2016-06-23",
             2016: "2017-06-22", 2017: "2018-06-28", 2018: "2019-06-26", 2019: "2020-06-24",
             2020: "2021-06-25", 2021: "2022-12-21", 2022: "2023-11-23", 2023: "2024-07-15",
             2024: "2025-07-30"}
# The rates of the release of 2024 divide by these numbers up to mid-2021 (the tests check it);
# later ones are those that came with the release of 2025.
EDITIONS = {year: "Department for Education's release of October 2024 (rebased)" if year <= 2021
            else "Department for Education's release of October 2025 (rebased)"
            for year in ESTIMATES}
MODELS = {  # file: edition, financial years from and to, the day of publication
    "New_Statistical_Neighbour_Groupings_April_2021.csv":
        ("2021 model", "2021-22", "2024-25", "2021-04-30"),
    "sn_model_2025_wide.csv": ("2025 model", "2025-26", "", "2025-04-30"),
}

CENSUS, CENSUS_DAY = "2021", "2022-11-29"  # of ethnic groups, and when they were first published
ETHNIC_GROUPS = {  # the first with which a name begins
    "White: English": "White British", "White:": "White other", "Mixed": "Mixed",
    "Asian": "Asian", "Black": "Black", "Other": "Other"}

Row = Mapping[str, str]
Table = tuple[Sequence[str], list[Sequence[str]]]


def pack(folder: Path) -> dict[str, bytes]:
    """The files of ``pscb_lib/published/`` by name, made from the publishers' files."""
    people = _rows(folder / "authorities" / "ons_mid-year_population_estimates_2012_to_2024.csv")
    tables = {path.name[:2]: _rows(path)
              for path in sorted((folder / "dfe_cin_2024").glob("*.csv"))}
    lait = _rows(folder / "lait_safeguarding.csv")
    authorities = _authorities(people, tables["c1"])
    files = {
        "authorities.csv": _text(authorities),
        "populations.csv": _text(_populations(people)),
        "ethnic_groups.csv": _text(_ethnic_groups(folder / "authorities", authorities)),
        "neighbours.csv": _text(_neighbours(folder / "authorities")),
        "children_in_need.zip": _archive(tables),
        "looked_after.csv": _text(_looked_after(lait, authorities)),
        "first_releases.csv": _text((
            ("figures", "year", "first_released_on"),
            [(name, _year(march), day) for name, days in FIRST_RELEASES.items()
             for march, day in days.items()])),
    }
    return files | {"editions.csv": _text(_editions(len(tables)))}


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _year(march: int) -> str:
    return f"{march - 1}-{march % 100:02}"


def _key(row: Row) -> str:
    return row["old_la_code"] or row["region_name"] or row["country_name"]


def _authorities(people: Iterable[Row], referrals: Iterable[Row]) -> Table:
    """Every authority that ever had figures: its codes, name, region and years."""
    marches: dict[str, list[int]] = {}
    for row in referrals:
        marches.setdefault(_key(row), []).append(int(row["time_period"]))
    newest = {_key(row): row for row in sorted(people, key=lambda row: row["time_period"])
              if row["old_la_code"]}
    names = [row["la_name"] for row in newest.values()]
    found = []
    for code, row in sorted(newest.items()):
        first, last = min(marches[code]), max(marches[code])
        name = row["la_name"]
        if last < LAST and names.count(name) > 1:
            name = ENDED.format(name=name, year=last)
        found.append((code, row["new_la_code"], name, row["region_name"],
                      _year(first) if first > FIRST else "", _year(last) if last < LAST else ""))
    return ("code", "gss_code", "name", "region", "valid_from", "valid_to"), found


def _populations(people: Iterable[Row]) -> Table:
    by_area: dict[tuple[str, str], dict[int, str]] = {}
    for row in sorted(people, key=lambda row: row["time_period"]):
        code = row["new_la_code"] or row["region_code"] or row["country_code"]
        by_area.setdefault((_key(row), code), {})[int(row["time_period"])] = (
            row["population_estimate"])
    lines = [(year, area, code, number, ESTIMATES[year], EDITIONS[year])
             for (area, code), numbers in sorted(by_area.items())
             for year, number in numbers.items() if number.isdecimal()]  # not x
    return ("year", "area", "code", "population_0_17", "published_on", "edition"), lines


def _ethnic_groups(folder: Path, authorities: Table) -> Table:
    """Residents of all ages by the groups of the children in need census, of every authority."""
    keys = {gss: code for code, gss, *_ in authorities[1]}
    found: dict[str, dict[str, int]] = {}
    for row in _rows(folder / "ons-ethnic-population-la.csv"):
        name = row["Ethnic group (20 categories)"]
        group = next((own for start, own in ETHNIC_GROUPS.items() if name.startswith(start)), "")
        area = keys.get(row["2023 Upper tier local authorities Code"], "")
        if area and group:
            own = found.setdefault(area, dict.fromkeys(ETHNIC_GROUPS.values(), 0))
            own[group] += int(row["Observation"])
    return ("census", "published_on", "ages", "area", *ETHNIC_GROUPS.values()), [
        (CENSUS, CENSUS_DAY, "all ages", area, *map(str, own.values()))
        for area, own in sorted(found.items())]


def _neighbours(folder: Path) -> Table:
    lines = []
    for file, (edition, first, last, day) in MODELS.items():
        with (folder / file).open(encoding="utf-8-sig", newline="") as opened:
            head, *rows = csv.reader(opened)
        at = [place for place, name in enumerate(head)
              if name.startswith("SN") and not name.endswith("P")]
        lines += [(edition, first, last, day, row[0], *(row[place] for place in at))
                  for row in rows if row[0].isdecimal()]
    return ("set", "valid_from", "valid_to", "published_on", "area",
            *(f"neighbour_{rank}" for rank in range(1, NEIGHBOURS + 1))), lines


def _looked_after(lait: Iterable[Row], authorities: Table) -> Table:
    keys = {name: code for code, _, name, *_ in authorities[1]}
    lines = [(row["vintage"], row["measure_short"], keys.get(row["area"], row["area"]),
              _year(int(row["period"])), row["value_raw"])
             for row in lait if row["measure_short"] in LAIT_MEASURES and row["value_raw"]]
    return ("released_on", "column", "area", "year", "value"), sorted(lines)


def _archive(tables: Mapping[str, Iterable[Row]]) -> bytes:
    """A file for each area, with a line for each column of each table and a cell for each year."""
    areas: dict[str, dict[tuple[str, str], dict[int, str]]] = {}
    for table, rows in tables.items():
        for row in rows:
            held = areas.setdefault(_key(row), {})
            for column in list(row)[BEFORE_COLUMNS:]:
                held.setdefault((table, column), {})[int(row["time_period"])] = row[column]
    years = range(FIRST, LAST + 1)
    head = ("table", "column", *map(_year, years))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for area, held in sorted(areas.items()):
            lines = [(*where, *(cells.get(year, "") for year in years))
                     for where, cells in held.items()]
            one = zipfile.ZipInfo(f"{area}.csv")  # its day is 1980's, whenever it is made
            one.compress_type, one.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            one.create_system = 3
            archive.writestr(one, _text((head, lines)), compresslevel=9)
    return packed.getvalue()


def _editions(tables: int) -> Table:
    title = "Characteristics of children in need 2023-24"
    lines = [
        ("authorities.csv", ONS, "Authorities as the mid-year population estimates name them",
         "release of October 2025", "2025-10-30"),
        ("populations.csv", ONS, "Mid-year population estimates, residents aged 0 to 17, as the "
         "denominators of the Department for Education's Characteristics of children in need",
         "by year: see its column edition", "2025-10-30"),
        ("ethnic_groups.csv", ONS, "Census 2021, ethnic group (20 categories) by upper-tier "
         "authority of 2023, residents of all ages", "census of 2021", CENSUS_DAY),
        *(("neighbours.csv", DFE, "Statistical neighbours", edition, day)
          for edition, _, _, day in MODELS.values()),
        ("children_in_need.zip", DFE, f"{title} (time series from 2012-13), {tables} tables by "
         "authority, B1 to D8", title, FIRST_RELEASES[NEED][LAST]),
        *(("looked_after.csv", DFE, "Local Authority Interactive Tool, looked-after children, of "
           "the 13 areas held", f"tool of {month}", day)
          for month, day in (("November 2024", "2024-11-15"), ("April 2026", "2026-04-08"))),
    ]
    return ("file", "publisher", "title", "edition", "published_on", "licence"), [
        (*line, OGL) for line in lines]


def _text(table: Table) -> bytes:
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(table[0])
    writer.writerows(table[1])
    return written.getvalue().encode()


def _say(files: Mapping[str, bytes]) -> Iterator[str]:
    for name, data in files.items():
        yield f"{name}  {len(data):,} bytes"


if __name__ == "__main__":
    made = pack(Path(sys.argv[1]))
    for file_name, content in made.items():
        (HELD / file_name).write_bytes(content)
    print(*_say(made), sep="\n")
