"""Whether a text states a number of children: "three of the girls", "both siblings", "4% of boys".

It may tell a count that is hidden elsewhere. Ages, dates, periods, spans of time and shares of a
target are no such number ("aged 14", "72 hours"), nor are other things counted beside children
("two workers for each child"). In doubt it does state one: "two cases" is two children.
"""

from __future__ import annotations

import re

from pscb_lib.disclosure.outsider.numbers import BLANK, NUMBER, WORD, struck_out

MANY = (r"(?:children|girls|boys|babies|infants|toddlers|siblings|brothers|sisters|twins|teenagers"
        r"|adolescents|pupils|youngsters|sons|daughters|(?:young|looked-after)\ people|families"
        r"|deaths|suicides|cases|episodes)\b")
ONE = (r"(?:child|girl|boy|baby|infant|toddler|sibling|brother|sister|teenager|adolescent|pupil"
       r"|youngster|son|daughter|young\ person|family|death|suicide|case)\b")
# "Children's homes" and "case reviews" are other things.
THEMSELVES = (r"(?!['’]|\s(?:protection|death|sexual|health|abuse|care|support|centres?|court"
              r"|files?|notes?|records?|reviews?|conferences?|audits?|workers?|stud(?:y|ies)))")
ANY = rf"(?:{NUMBER}|{WORD})"
AMOUNT = (rf"(?<![\w.,-])(?:{NUMBER}(?:\s?%|\sper\scent)?|{WORD}|both|a\sdozen"
          r"|a\s(?:couple|pair)\sof|(?:half|thirds?|quarters?)\sof)(?![\w-])")
OF_HOW_MANY = rf"(?:\s(?:in|out\sof|of)(?:\s(?:the|every))?\s{ANY})?"
WHOSE = rf"(?:\sof)?(?:\s(?:the|these|those|our|all))?(?:\s{ANY})?\s"
# At most two words that describe the children. A plural would be another thing that is counted.
NEITHER = ("for|per|with|to|in|by|from|on|at|was|were|is|are|has|have|had|and|or|who|that|which|"
           "every|each|saw|see|seen|than")
OLDER = rf"(?:(?!(?:{NEITHER})\b)(?:[\w{BLANK}-]*(?:ous|ess|['’]s|[^\W_s])|{BLANK}+)\s){{0,2}}"
SINGLE = r"(?<![\w.,-])(?:one|1|an?\ssingle|the\s(?:only|single)|an\sonly)\s"
STATED = re.compile(
    rf"{AMOUNT}{OF_HOW_MANY}{WHOSE}{OLDER}{MANY}{THEMSELVES}"
    rf"|{SINGLE}{OLDER}{ONE}{THEMSELVES}"
    rf"|{AMOUNT}\sof\s(?:them|these|those|whom)\s(?:is|are|was|were)\s(?:a\s)?(?:{MANY}|{ONE})"
    rf"|\b{MANY}(?:\s*[:(=]\s*|\s(?:was|were|numbered)\s){AMOUNT}"
    rf"|\bnumber\sof\s{MANY}[^.;]{{0,30}}?\b(?:is|was|to|from|of)\s{AMOUNT}", re.IGNORECASE)


def states_children(text: str) -> bool:
    """Whether the text states a number, or a share, of children."""
    return bool(STATED.search(struck_out(" ".join(text.split()), ())))
