"""Finding e-mail addresses, phone numbers and payment cards in a folded text."""
