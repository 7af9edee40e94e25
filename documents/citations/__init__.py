"""Citations of papers in texts: found, matched with the papers they name, put as links."""
