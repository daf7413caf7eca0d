"""What is counted, in words: one and many, by language.

A unit that is not here is printed as "2 x 15 minutes".
"""

UNITS = {
    "en": {
        **{
            unit: (unit, f"{unit}s")
            for unit in (
                *("visit", "day", "item", "trip", "hour", "dose", "test", "month", "study"),
                *("scan", "session", "unit", "procedure", "pair", "week", "night"),
            )
        },
        "each": ("item", "items"),
        "box": ("box", "boxes"),
        "study": ("study", "studies"),
    },
    "es": {
        "visit": ("sesión", "sesiones"),
        "session": ("sesión", "sesiones"),
        "day": ("día", "días"),
        "item": ("artículo", "artículos"),
        "each": ("artículo", "artículos"),
        "trip": ("viaje", "viajes"),
        "hour": ("hora", "horas"),
        "dose": ("dosis", "dosis"),
        "test": ("prueba", "pruebas"),
        "month": ("mes", "meses"),
        "study": ("estudio", "estudios"),
        "scan": ("estudio", "estudios"),
        "unit": ("unidad", "unidades"),
        "procedure": ("procedimiento", "procedimientos"),
        "pair": ("par", "pares"),
        "box": ("caja", "cajas"),
        "week": ("semana", "semanas"),
        "night": ("noche", "noches"),
        "15 minutes": ("15 minutos", "x 15 minutos"),
        "30 minutes": ("30 minutos", "x 30 minutos"),
    },
}
