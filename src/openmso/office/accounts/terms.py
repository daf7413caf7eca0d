"""What a person agrees to with their account, word for word. A new wording is a new edition."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    edition: str
    paragraphs: tuple[str, ...]


TERMS = Terms(
    edition="2026-1",
    paragraphs=(
        "This account is mine alone. I tell nobody my password, and I lend nobody my second step.",
        "I look only at the records my work needs. The office notes what was opened, and by whom.",
        "What I read here about a person stays with the people who care for them or decide "
        "about their care.",
        "I tell the office at once when my phone or key is lost, or when I change my job.",
    ),
)
