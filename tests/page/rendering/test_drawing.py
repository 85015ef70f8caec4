"""A chart is drawing and nothing else."""

from __future__ import annotations

import pytest

from pscb_lib.page.rendering.drawing import safe_svg

XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


@pytest.mark.parametrize(
    ("svg", "message"),
    [
        pytest.param("<svg><script>x</script></svg>", "<script> is not drawing", id="a script"),
        pytest.param(
            "<svg><foreignObject/></svg>", "<foreignObject> is not drawing", id="foreign content"
        ),
        pytest.param("<svg><image/></svg>", "<image> is not drawing", id="a picture from outside"),
        pytest.param("<svg><a><g/></a></svg>", "<a> is not drawing", id="a link"),
        pytest.param('<svg><animate/></svg>', "<animate> is not drawing", id="an animation"),
        pytest.param(
            '<svg onload="x()"/>', "<svg onload> is not drawing", id="a handler on the picture"
        ),
        pytest.param(
            '<svg><g ONCLICK="x()"/></svg>',
            "<g ONCLICK> is not drawing",
            id="a handler in capitals",
        ),
        pytest.param(
            '<svg><use href="https://x.org/#a"/></svg>',
            "<use href> points outside the picture",
            id="an address outside",
        ),
        pytest.param(
            f'<svg {XLINK}><use xlink:href="data:x"/></svg>',
            "<use href> points outside the picture",
            id="data in an address",
        ),
        pytest.param(
            '<svg><g style="fill: url(https://x.org)"/></svg>',
            "<g style> is not drawing",
            id="a style that loads",
        ),
        pytest.param(
            '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "it declares an XML entity", id="an entity"
        ),
        pytest.param("<html/>", "it is <html>, not <svg>", id="another document"),
        pytest.param(
            "<svg>",
            "it is not well-formed SVG (no element found: line 1, column 5)",
            id="a broken document",
        ),
    ],
)
def test_anything_but_drawing_is_refused(svg: str, message: str) -> None:
    with pytest.raises(ValueError) as caught:
        safe_svg(svg)
    assert str(caught.value) == message


def test_two_pictures_on_a_page_do_not_share_names() -> None:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {XLINK}><defs><clipPath id="c"/></defs>'
        '<g clip-path="url(#c)"/><use xlink:href="#c"/></svg>'
    )
    assert safe_svg(svg, "p1-") == (
        '<svg xmlns="http://www.w3.org/2000/svg" stroke-linejoin="round">'
        '<defs><clipPath id="p1-c" /></defs><g clip-path="url(#p1-c)" /><use href="#p1-c" /></svg>'
    )


def test_parts_of_the_drawing_that_are_not_drawn_are_left_out() -> None:
    svg = "<svg><metadata>made on</metadata><style>*{fill: red}</style><g/><!-- note --></svg>"
    assert safe_svg(svg) == (
        '<svg xmlns="http://www.w3.org/2000/svg" stroke-linejoin="round"><g /></svg>'
    )


@pytest.mark.parametrize(("inside", "renamed"), [
    pytest.param('<rect id="a"/>', '<rect id="c1-a" />', id="an id"),
    pytest.param('<use href="#a"/>', '<use href="#c1-a" />', id="a link"),
    pytest.param('<rect clip-path="url(#a)"/>', '<rect clip-path="url(#c1-a)" />', id="an address"),
    pytest.param('<rect width="1"/>', '<rect width="1" />', id="none of them"),
])
def test_every_name_in_a_picture_has_the_prefix(inside, renamed):
    assert renamed in safe_svg(f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>', "c1-")
