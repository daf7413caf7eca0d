"""Clinical criteria: what a request is compared with, point by point, in dated editions."""
