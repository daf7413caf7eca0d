"""The languages a letter or a tagline can be set in: name, script, direction, typeface.

Tags are BCP 47. Han characters look different in Chinese, Japanese and Korean, so each of these
has its own face. A language that is not here can still be a member's language: the office then
owes a translation, and the letter says so.
"""

from dataclasses import dataclass

LATIN_FACE = "Noto Sans"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """How a language is written. `region` tells the kinds of Chinese apart in a PDF."""

    tag: str
    own_name: str
    english_name: str
    face: str = LATIN_FACE
    region: str = ""
    right_to_left: bool = False

    @property
    def code(self) -> str:
        """Return the tag's first part: "zh" of "zh-Hant"."""
        return self.tag.partition("-")[0]

    @property
    def direction(self) -> str:
        return "rtl" if self.right_to_left else "ltr"


def _language(tag: str, own_name: str, english_name: str, **written: str) -> Language:
    return Language(
        tag=tag,
        own_name=own_name,
        english_name=english_name,
        right_to_left=written.get("direction") == "rtl",
        face=written.get("face", LATIN_FACE),
        region=written.get("region", ""),
    )


LANGUAGES: dict[str, Language] = {
    language.tag: language
    for language in (
        _language("en", "English", "English"),
        _language("es", "Español", "Spanish"),
        _language(
            "zh-Hant", "繁體中文", "Traditional Chinese", face="Noto Sans CJK TC", region="TW"
        ),
        _language(
            "zh-Hans", "简体中文", "Simplified Chinese", face="Noto Sans CJK SC", region="CN"
        ),
        _language("vi", "Tiếng Việt", "Vietnamese"),
        _language("tl", "Tagalog", "Tagalog"),
        _language("fr", "Français", "French"),
        _language("de", "Deutsch", "German"),
        _language("ko", "한국어", "Korean", face="Noto Sans CJK KR"),
        _language("ru", "Русский", "Russian"),
        _language("ar", "العربية", "Arabic", face="Noto Sans Arabic", direction="rtl"),
        _language("it", "Italiano", "Italian"),
        _language("pt", "Português", "Portuguese"),
        _language("ht", "Kreyòl Ayisyen", "Haitian Creole"),
        _language("pl", "Polski", "Polish"),
        _language("hi", "हिन्दी", "Hindi", face="Noto Sans Devanagari"),
        _language("ja", "日本語", "Japanese", face="Noto Sans CJK JP"),
        _language("hy", "Հայերեն", "Armenian", face="Noto Sans Armenian"),
        _language("fa", "فارسی", "Farsi", face="Noto Sans Arabic", direction="rtl"),
        _language("pa", "ਪੰਜਾਬੀ", "Punjabi", face="Noto Sans Gurmukhi"),
        _language("km", "ភាសាខ្មែរ", "Khmer", face="Noto Sans Khmer"),
        _language("hmn", "Hmoob", "Hmong"),
        _language("th", "ไทย", "Thai", face="Noto Sans Thai"),
        _language("lo", "ລາວ", "Lao", face="Noto Sans Lao"),
        _language("uk", "Українська", "Ukrainian"),
    )
}


def name_of(tag: str) -> str:
    """Return a language's English name, or its tag when we do not know it."""
    language = LANGUAGES.get(tag)
    return language.english_name if language else tag
