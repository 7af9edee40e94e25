"""The speakers' area: what accredited speakers read, where they meet, what they ask.

Every address asks for `documents.view_members_documents`, and every paper comes from
`speakers.papers.papers_for(person)`, which is the public door narrowed down.
"""
