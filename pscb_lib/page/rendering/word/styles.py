"""The styles of a document: ours, or a template's by name and ours where it has none."""

from __future__ import annotations

from lxml import etree

from pscb_lib.page.rendering.word.xml import Element, tag, w

REFERS = [tag(f"w:{name}") for name in ("basedOn", "next", "link")]
LISTS = {"list bullet": 1, "list number": 2}  # by name, with the number of our list
ID, VALUE = tag("w:styleId"), tag("w:val")


def merge(ours: str, theirs: str) -> str:
    """Return the styles of a template with those that it lacks of ours added.

    A style of the same name and type gets our id, by which the text of a paper refers to it. The
    language is ours, and a list has our numbers.
    """
    own, root = etree.fromstring(ours.encode()), etree.fromstring(theirs.encode())
    known = {_key(style): style.get(ID, "") for style in own.iter(tag("w:style"))}
    _rename(root, known)
    there = {_key(style) for style in root.iter(tag("w:style"))}
    for style in list(own.iter(tag("w:style"))):
        if _key(style) not in there:
            root.append(style)
    _set_language(root, own)
    for style in root.iter(tag("w:style")):
        if number := LISTS.get(_key(style)[1]):
            _number(style, number)
    return etree.tostring(root, encoding="unicode")


def _key(style: Element) -> tuple[str, str]:
    name = style.find(tag("w:name"))
    return style.get(tag("w:type"), ""), "" if name is None else name.get(VALUE, "").lower()


def _rename(root: Element, known: dict[tuple[str, str], str]) -> None:
    ids = {style.get(ID): known.get(_key(style), "") for style in root.iter(tag("w:style"))}
    taken = {*known.values()}
    new = {old: mine or (f"{old}0" if old in taken else old) for old, mine in ids.items()}
    for style in root.iter(tag("w:style")):
        style.set(ID, new[style.get(ID)])
        for one in style.iter(*REFERS):
            one.set(VALUE, new.get(one.get(VALUE), one.get(VALUE)))


def _set_language(root: Element, own: Element) -> None:
    """Give the template our language, in its defaults and in every style that has another."""
    defaults = root.find(tag("w:docDefaults"))
    if defaults is None:
        root.insert(0, own.find(tag("w:docDefaults")))
        return
    whole = defaults.find(tag("w:rPrDefault"))
    if whole is None:
        whole = w("rPrDefault")
        defaults.insert(0, whole)
    if whole.find(tag("w:rPr")) is None:
        whole.append(w("rPr"))
    for one in list(root.iter(tag("w:lang"))):
        one.getparent().remove(one)
    whole.find(tag("w:rPr")).append(w("lang", val="en-GB", eastAsia="en-GB", bidi="en-GB"))


def _number(style: Element, number: int) -> None:
    about = style.find(tag("w:pPr"))
    if about is None:
        about = w("pPr")
        style.insert(len(style) - (style.find(tag("w:rPr")) is not None), about)
    for one in about.findall(tag("w:numPr")):
        about.remove(one)
    before = [at for at, one in enumerate(about) if etree.QName(one).localname in (
        "keepNext", "keepLines", "pageBreakBefore", "widowControl")]
    about.insert(max(before, default=-1) + 1, w("numPr", w("numId", val=number)))
