"""The offices served by one installation. Every business row belongs to one of them."""
