"""Members' wishes for another primary care doctor, as the office sees them."""
