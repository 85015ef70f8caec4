"""The faults that are planted in the national files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tools.synthetic.kinds import (
    Cells,
    Kind,
    counted_day,
    day_of,
    end_before_start,
    id_as_number,
    leading_zero,
    moved,
    not_a_date,
    same_row_twice,
    short_year,
    unknown_code,
    written,
    wrong_date,
)
from tools.synthetic.places import HERE


def _again(cells: Cells) -> dict[str, str]:
    return {**cells, "MIS_START": moved(cells["MIS_START"], 90),
            "MIS_END": moved(cells["MIS_END"], 90)}


def _has_lasted(cells: Cells) -> bool:
    end = cells["MIS_END"]
    return bool(end) and (day_of(end) - day_of(cells["MIS_START"])).days >= 2


def _is_before_winter(cells: Cells) -> bool:
    return bool(cells["MIS_END"]) and cells["MIS_START"][3:5] in ("04", "05", "06", "07", "08")


def _stands_here(kind: Kind) -> Callable[[Cells], bool]:
    """Fit only the element that is to have the fault, not those after it."""
    return lambda cells: cells[HERE] == kind.columns[0] and kind.fits(cells)


HEADER = (unknown_code("SEX", "7"), unknown_code("ETHNIC", "ABCD"), wrong_date("DOB"),
          counted_day("DOB"), same_row_twice())
EPISODES = (
    wrong_date("DECOM"), not_a_date("DEC"), end_before_start("DECOM", "DEC", days=5),
    Kind("an episode within another", ("DECOM",),
         lambda cells: {"DECOM": moved(cells["DECOM"], -9)}, lambda cells: cells["RNE"] != "S",
         of_owner=2),
    unknown_code("LS", "C9"), unknown_code("PLACE", "Y1"), unknown_code("RNE", "Q"),
    id_as_number("CHILD"), leading_zero("CHILD"), same_row_twice(), short_year("DECOM"),
)
INCIDENTS = (
    wrong_date("MIS_START"), not_a_date("MIS_END"), unknown_code("MISSING", "Q"),
    end_before_start("MIS_START", "MIS_END", days=3), id_as_number("CHILD"),
    Kind("an episode within another", ("MIS_START",), dict, _has_lasted,
         lambda cells: {**cells, "MIS_START": moved(cells["MIS_START"], 1)}, of_owner=1),
    Kind("gone again while still missing", ("MIS_END",), lambda cells: {"MIS_END": ""},
         _is_before_winter, _again, ("MIS_START",), of_owner=1),
    Kind("gone before birth", ("DOB",), lambda cells: {"DOB": moved(cells["MIS_START"], 60)}),
    same_row_twice(),
)
CENSUS = tuple(replace(kind, fits=_stands_here(kind)) for kind in (
    *(wrong_date(name, "2014-02-31") for name in (
        "AssessmentAuthorisationDate", "InitialCPCtarget", "DateOfInitialCPC", "CPPendDate",
        "CPPreviewDate")),
    not_a_date("S47ActualStartDate"),
    end_before_start("CINreferralDate", "CINclosureDate"),
    end_before_start("AssessmentActualStartDate", "AssessmentAuthorisationDate"),
    end_before_start("CPPstartDate", "CPPendDate"),
    end_before_start("CPPstartDate", "CPPreviewDate"),
    unknown_code("ReferralNFA", "perhaps"), written("a count hidden as <5",
                                                    "NumberOfPreviousCPP", "<5"),
))
ANNEX_A = {
    "List 1": (wrong_date("Date of Contact"), id_as_number("Child Unique ID")),
    "List 3": (wrong_date("Date of Referral"), not_a_date("Date of Referral"),
               id_as_number("Child Unique ID")),
    "List 4": (wrong_date("Continuous Assessment Date of Authorisation"),
               end_before_start("Continuous Assessment Start Date",
                                "Continuous Assessment Date of Authorisation")),
    "List 5": (wrong_date("Date of Initial Child Protection Conference"),),
    "List 6": (wrong_date("CIN Closure Date"),
               end_before_start("CIN Start Date", "CIN Closure Date")),
    "List 7": (wrong_date("Child Protection Plan Start Date"),
               end_before_start("Child Protection Plan Start Date",
                                "Child Protection Plan End Date")),
    "List 8": (wrong_date("Date Started to be Looked After"),
               end_before_start("Date Started to be Looked After",
                                "Date Ceased to be Looked After")),
}
