"""What we and others decided about our noes, published without names: a person releases each."""
