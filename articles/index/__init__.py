"""What search finds things by: the words of every article and comment that readers can see."""
