"""Lo que leen los miembros en español. What members read in Spanish."""
