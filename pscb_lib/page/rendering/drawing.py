"""Make a chart's SVG safe to embed in a page.

The picture is parsed and rebuilt from the few elements that a chart needs. A
script, an event handler, foreign content or an address outside the picture
is refused, not removed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree import ElementTree

from pscb_lib.disclosure.written.page import DRAWS

SVG = "http://www.w3.org/2000/svg"
DROPPED = {"metadata", "style"}
OUTSIDE = re.compile(r"url\(\s*(?!#)|javascript:|@import|expression\(", re.IGNORECASE)
NAMED = re.compile(r'\b(?:id|href)="|url\(#')
NAME = re.compile(r"(?<=url\(#)[^)]+")


@lru_cache(maxsize=512)
def safe_svg(svg: str, prefix: str = "") -> str:
    """Return *svg* rebuilt from safe elements, with *prefix* before its ids.

    Raises ValueError, naming the element or attribute, if it is refused.
    """
    if prefix and not NAMED.search(plain := safe_svg(svg)):
        return plain  # it has no ids, so that it is parsed once for all pages
    if "<!ENTITY" in svg:
        raise ValueError("it declares an XML entity")
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        raise ValueError(f"it is not well-formed SVG ({error})") from error
    if _local(root.tag) != "svg":
        raise ValueError(f"it is <{_local(root.tag)}>, not <svg>")
    return ElementTree.tostring(_picture(root, prefix), encoding="unicode")


def _picture(root: ElementTree.Element, prefix: str) -> ElementTree.Element:
    picture = _rebuild(root, prefix)
    picture.attrib = {"xmlns": SVG, "stroke-linejoin": "round", **picture.attrib}
    picture.tail = None
    return picture


def _rebuild(element: ElementTree.Element, prefix: str) -> ElementTree.Element:
    tag = _local(element.tag)
    if tag not in DRAWS:
        raise ValueError(f"<{tag}> is not drawing")
    rebuilt = ElementTree.Element(tag, _attributes(element, tag, prefix))
    rebuilt.text, rebuilt.tail = _words(element.text), _words(element.tail)
    # A comment's tag is a function, not a name.
    children = (child for child in element if isinstance(child.tag, str))
    rebuilt.extend(
        [_rebuild(child, prefix) for child in children if _local(child.tag) not in DROPPED]
    )
    return rebuilt


def _attributes(element: ElementTree.Element, tag: str, prefix: str) -> dict[str, str]:
    kept = {}
    for name, value in element.attrib.items():
        name = _local(name)
        if name.lower().startswith("on") or OUTSIDE.search(value):
            raise ValueError(f"<{tag} {name}> is not drawing")
        if name == "href" and not value.startswith("#"):
            raise ValueError(f"<{tag} {name}> points outside the picture")
        kept[name] = _renamed(name, value, prefix)
    return kept


def _renamed(name: str, value: str, prefix: str) -> str:
    if name == "id":
        return prefix + value
    if name == "href":
        return "#" + prefix + value[1:]
    return NAME.sub(lambda found: prefix + found[0], value)


def _words(text: str | None) -> str | None:
    return text if text and text.strip() else None


def _local(name: str) -> str:
    return name.rpartition("}")[2]
