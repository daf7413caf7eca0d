"""The invented benefit book of every plan: a few sections in English and Spanish."""

from collections.abc import Iterator
from uuid import UUID

from openmso.roster.benefits.actions.add_benefits import NewSection

# section, covered, title, text, title in Spanish, text in Spanish
_SECTIONS = (
    (
        "3.1",
        True,
        "Doctor visits",
        "We cover visits to your doctor and to specialists in the network.",
        "Visitas al médico",
        "Cubrimos las visitas a su médico y a especialistas de la red.",
    ),
    (
        "4.2",
        True,
        "Equipment for use at home",
        "We cover equipment that your doctor orders and that you need at home.",
        "Equipo para usar en casa",
        "Cubrimos el equipo que su médico ordena y que usted necesita en casa.",
    ),
    (
        "4.5",
        True,
        "Scans and tests",
        "We cover scans and tests that your doctor needs to find or treat a health problem.",
        "Imágenes y pruebas",
        "Cubrimos imágenes y pruebas que su médico necesita para encontrar o tratar un problema.",
    ),
    (
        "4.7",
        True,
        "Therapy",
        "We cover therapy that helps you get better or keeps you from getting worse.",
        "Terapia",
        "Cubrimos la terapia que le ayuda a mejorar o evita que empeore.",
    ),
    (
        "4.9",
        True,
        "Drugs given by injection or infusion",
        "We cover drugs that a nurse or doctor gives you.",
        "Medicinas por inyección o infusión",
        "Cubrimos las medicinas que le pone una enfermera o un médico.",
    ),
    (
        "7.1",
        False,
        "Surgery to change looks",
        "We do not cover surgery that only changes how you look.",
        "Cirugía para cambiar la apariencia",
        "No cubrimos la cirugía que solo cambia su apariencia.",
    ),
    (
        "7.3",
        False,
        "Comfort items",
        "We do not cover items that are only for comfort, such as pillows or a spare walker.",
        "Artículos de comodidad",
        "No cubrimos artículos que son solo para comodidad, como almohadas o un segundo andador.",
    ),
    (
        "7.4",
        False,
        "Home changes",
        "We do not cover ramps, lifts on stairs or other changes to a home.",
        "Cambios en la casa",
        "No cubrimos rampas, elevadores de escalera ni otros cambios en la casa.",
    ),
    (
        "7.6",
        False,
        "Scooters for use outside only",
        "We do not cover a scooter that you need only outside your home.",
        "Escúteres solo para la calle",
        "No cubrimos un escúter que usted necesita solo fuera de casa.",
    ),
)


def benefit_book(plan_id: UUID, *, years: tuple[int, ...]) -> Iterator[NewSection]:
    """Yield the sections of a plan for each year."""
    for year in years:
        for section, covered, title, text, title_es, text_es in _SECTIONS:
            yield NewSection(
                plan_id=plan_id,
                year=year,
                section=section,
                title=title,
                title_es=title_es,
                text=text,
                text_es=text_es,
                covered=covered,
            )
