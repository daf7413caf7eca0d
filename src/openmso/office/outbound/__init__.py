"""The one gate for everything sent: address, language, format, proof of sending."""
