"""Help lines by country, as staff keep them."""
