"""Tell by its name whether a column identifies a child."""

from __future__ import annotations

import re

from pscb_lib.framework.folding import bare, tidy

WORDS = {
    "name", "names", "surname", "surnames", "forename", "forenames", "firstname", "lastname",
    "fullname", "childname", "nhs", "nhsno", "nhsnumber", "address", "addresses", "street",
    "postcode", "postcodes", "upn", "uln", "dob", "birthdate", "phone", "telephone", "mobile",
    "email", "nino", "passport",
}
PHRASES = ("post code", "date of birth", "birth date", "e mail", "unique pupil number",
           "national insurance")
NOT_OF_A_CHILD = re.compile(
    r"\b(agency|indicator|school|ward|team|service|file|report|organisation|board|authority|"
    r"area|standard|audit|column|sheet) names?\b")


def identifies(column: str) -> bool:
    """Whether the name of a column says that it identifies a child."""
    split = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", tidy(column))
    words = " ".join(re.findall(r"[a-z]+", split.casefold()))
    words = NOT_OF_A_CHILD.sub("", words)
    is_word = WORDS & {*words.split(), bare(column)}
    return bool(is_word) or any(phrase in words for phrase in PHRASES)
