"""The contributors' area: writers who never enter the admin send their articles in here.

Every address asks for `news.submit_article`, and every article comes from
`Article.objects.written_by(person)`: what others wrote is not found.
"""
