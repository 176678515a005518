"""What people read: articles, where they come from, and finding them."""
