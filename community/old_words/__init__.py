"""Comments that were brought in from elsewhere, and the people who wrote them: claiming and erasing."""
