"""E-mail alerts: asking, confirming, leaving; and the letters."""
