"""Stars that visitors give to an article, one rating a visitor."""
