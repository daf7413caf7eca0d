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
    on_screen: str
    on_screen_how: str
    on_screen_code: str


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
        on_screen="Read this letter on a screen. ",
        on_screen_how=(
            "Point your phone’s camera at the square, or type the address below. Then sign in. Only"
            " you can see your letter there."
        ),
        on_screen_code="Square code for a camera. It leads to the address beside it: {shown}",
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
        on_screen="Lea esta carta en una pantalla. ",
        on_screen_how=(
            "Apunte la cámara de su teléfono al cuadro o escriba la dirección de abajo. Después"
            " entre con su cuenta. Solo usted puede ver su carta ahí."
        ),
        on_screen_code="Código cuadrado para una cámara. Lleva a la dirección de al lado: {shown}",
    ),
}
