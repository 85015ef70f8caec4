"""The words of the sample's board, and those of the second board in their place."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from small_boards.rows import ROOT

NAME = "Norwold Safeguarding Children Board"
GROUP = "S&L"
CODES = {"Q&E": GROUP, "PSCB": "NSCB", "SCR group": "Case Panel"}  # in files, by the setting groups
WORDS = {
    "Peterborough and Stamford": "North Marches", "Peterborough": "Norwold",
    "Cambridgeshire": "Westmark", "Cambs": "Westm", "Cambridge": "Westford",
    "East of England": "The Marches", "East Anglia": "Marches", "BeNCH": "Marches",
    "PSCB": "NSCB", "CPFT": "WNFT", "PSHFT": "NMHFT", "EEAST": "MAST", "PCC": "NBC",
    "E06000031": "E06000931", "Quality and Effectiveness": "Scrutiny and Learning",
    "Children's social care": "Children and Families Department",
    "Safeguarding team": "Conference and Review Unit",
    "Early help service": "Family Hub Service", "Schools and education": "Learning Directorate",
    "Domestic abuse partnership": "Domestic Violence Forum",
    "Drug and alcohol service": "Recovery Service",
    "Bolton": "Aldermoor", "Coventry": "Brackwater", "Derby": "Carrowby", "Hillingdon": "Dunsmere",
    "Luton": "Eastholm", "Rochdale": "Farleigh", "Southampton": "Gorseby", "Thurrock": "Holmcliff",
    "Walsall": "Ilmere", "Wolverhampton": "Kelderby", "Medway": "Langmoor", "Plymouth": "Marlbay",
    "Portsmouth": "Netherbay", "Rotherham": "Oakmoor", "Sheffield": "Pendlecar",
    "Telford and Wrekin": "Quarrington",
    "Q&E Group": "S&L Group", "Q& E Group": "S&L Group", "Q&E Chair": "S&L Chair",
    "Head of ": "Lead for ", "Team Manager": "Team Leader", "Co-ordinator": "Officer",
    "Principal Social Worker": "Lead Practitioner",
}
NOBODYS = {"Board", "Education", "Housing", "Police", "Public Health", "MARAC", "YOS", "CAF Team",
           "England", "name", "area", "Cafcass", "NPS", "National Probation Service",
           "Early help service"}
SAID_OF_THE_SAMPLE = ("illustrative", "invented", "PSCB", "Q&E", "Q&amp;E", "Peterborough",
                      "Cambridgeshire")
LONGEST_FIRST = sorted(WORDS, key=len, reverse=True)
FOUND = re.compile("|".join(rf"(?<![A-Za-z]){re.escape(word)}" for word in LONGEST_FIRST),
                   re.IGNORECASE)
FOLDED = {word.casefold(): theirs for word, theirs in WORDS.items()}


def reworded(text: str) -> str:
    """The text with the second board's words."""
    return FOUND.sub(lambda found: FOLDED[found[0].casefold()], text)


def _names() -> set[str]:
    """Every name of an agency or an area that the sample's board writes."""
    names = set()
    for file, columns in (("agencies.csv", ("name", "alias")), ("populations.csv", ("area",)),
                          ("statistical_neighbours.csv", ("area", "neighbour"))):
        with (Path(ROOT) / "params" / file).open(encoding="utf-8", newline="") as lines:
            names |= {row[column] for row in csv.DictReader(lines) for column in columns}
    return names


GONE = tuple(sorted({*SAID_OF_THE_SAMPLE, *(name for name in _names() - NOBODYS
                                            if reworded(name) != name)}))
