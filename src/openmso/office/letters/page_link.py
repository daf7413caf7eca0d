"""Draws the square code that a telephone's camera reads."""

import io

import segno

# Medium: a fold or a stain on the paper may hide a seventh of it.
CORRECTION = "m"
QUIET_ZONE = 4


def square_code(address: str) -> str:
    """Return the address as a QR code: SVG, black on white, with the quiet zone it needs."""
    drawing = io.BytesIO()
    segno.make_qr(address, error=CORRECTION).save(
        drawing, kind="svg", border=QUIET_ZONE, dark="#000", light="#fff", svgclass=None
    )
    return drawing.getvalue().decode("utf-8")
