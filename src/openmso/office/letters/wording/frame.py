"""The few words around every letter: reference, page numbers, official papers, taglines."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Patterns are filled in with `str.format`; `page` while pages are laid out."""

    reference: str
    page: str
    official_heading: str
    official_missing: str
    copies_to: str
    taglines_heading: str


FRAMES = {
    "en": Frame(
        reference="Request {number}",
        page="Page {page} of {total}",
        official_heading="Official papers that belong to this letter",
        official_missing=(
            "Not part of this letter yet. It must be enclosed before this letter is mailed. Only"
            " its authority may word it ({authority}), and this office has not loaded the text."
        ),
        copies_to="Copy to: ",
        taglines_heading="Help in your language is free",
    ),
    "es": Frame(
        reference="Solicitud {number}",
        page="Página {page} de {total}",
        official_heading="Papeles oficiales que acompañan esta carta",
        official_missing=(
            "Todavía no es parte de esta carta. Hay que agregarlo antes de enviarla. Solo su"
            " autoridad puede redactarlo ({authority}), y esta oficina no ha cargado el texto."
        ),
        copies_to="Copia para: ",
        taglines_heading="La ayuda en su idioma es gratis",
    ),
}
