"""Who is on duty, without a gap; pages, their answers, and what follows when nobody answers."""
