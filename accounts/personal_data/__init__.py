"""A person's own data: to see, take along, have corrected, have deleted (Law 91/2025)."""
