"""Who may enter."""

from core.private import only_with

PERMISSION = "documents.view_members_documents"
speakers_only = only_with(PERMISSION)
