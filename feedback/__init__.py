"""What citizens tell the board: questions, opinions on drafts, faults of pages, and whether a paper
was of use."""
