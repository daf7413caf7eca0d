"""Who is on duty, pages and their answers, and the phone desk's short form."""
