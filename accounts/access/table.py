"""Every address × every role × method. An address that is not here stops the start (checks.py).

A new address: one line in ADDRESSES, by its name. A new model of the admin: one line in MODELS.
tests/accounts/test_access.py asks each address as each role. What a person may do with the one
object behind an address (their own article, a text in its state) the views decide and their own
tests prove; this table says who gets through the door at all.
"""

from accounts.access.rows import (
    ADMINISTRATORS,
    EDITORS,
    EVERYBODY,
    NOBODY,
    PUBLISHERS,
    READERS,
    SIGNED_IN,
    WRITERS,
    Model,
    Row,
    both,
)

PUBLIC = Row(get=EVERYBODY)
OF_A_PAPER = Row(get=EVERYBODY, members=READERS)

ADDRESSES = {
    "pages:home": PUBLIC,
    "pages:robots": PUBLIC,
    "pages:sitemap": PUBLIC,
    "pages:sitemap_news": PUBLIC,
    "pages:sitemap_lists": PUBLIC,
    "pages:sitemap_section": PUBLIC,
    "news:index": PUBLIC,
    "news:category": PUBLIC,
    "news:article": PUBLIC,
    "news:article_print": PUBLIC,
    "news:file": PUBLIC,
    "news:reading": PUBLIC,
    "news:page_picture": PUBLIC,
    "news:tag": PUBLIC,
    "news:topics": PUBLIC,
    "news:topic": PUBLIC,
    "news:author": PUBLIC,
    "news:archive": PUBLIC,
    "news:archive_month": PUBLIC,
    "news:feed": PUBLIC,
    "news:topic_feed": PUBLIC,
    "news:category_feed": PUBLIC,
    "documents:index": PUBLIC,
    "documents:symbol": PUBLIC,
    "documents:year": PUBLIC,
    "documents:csv": PUBLIC,
    "documents:subscribe": both(EVERYBODY),
    "documents:confirm_alert": both(EVERYBODY),
    "documents:leave_alert": both(EVERYBODY),
    "documents:document": OF_A_PAPER,
    "documents:file": OF_A_PAPER,
    "documents:reading": OF_A_PAPER,
    "documents:page_picture": OF_A_PAPER,
    "documents:citing": OF_A_PAPER,
    "documents:packs": PUBLIC,
    "documents:pack": PUBLIC,
    "documents:pack_zip": PUBLIC,
    "documents:series_list": PUBLIC,
    "documents:series": PUBLIC,
    "documents:feed": PUBLIC,
    "documents:kind_feed": PUBLIC,
    "documents:field_feed": PUBLIC,
    "search:search": PUBLIC,
    "library:picture": PUBLIC,
    "library:galleries": PUBLIC,
    "library:gallery": PUBLIC,
    "library:recordings": PUBLIC,
    "library:recording": PUBLIC,
    "library:recording_file": PUBLIC,
    "stats:seen": Row(post=EVERYBODY),
    "accounts:profile": Row(get=SIGNED_IN),
    "accounts:sign_in": both(EVERYBODY),
    "accounts:sign_out": both(EVERYBODY),
    "contributions:list": Row(get=WRITERS),
    "contributions:new": both(WRITERS),
    "contributions:word": both(WRITERS),
    "contributions:picture": Row(post=WRITERS),
    "contributions:autosave": both(WRITERS),
    "contributions:typed": Row(get=WRITERS),
    "contributions:forget": Row(post=WRITERS),
    "contributions:article": both(WRITERS),
    "contributions:preview": Row(get=WRITERS),
    "contributions:step": Row(post=WRITERS),
    "core:alive": PUBLIC,
    "core:ready": PUBLIC,
    "core:preview": PUBLIC,  # whoever was given the signed link
    "core:guide": Row(get=EDITORS),
    "core:guide_picture": Row(get=EDITORS),
    "admin:index": both(EDITORS),
    "admin:app_list": both(EDITORS),
    "admin:login": both(EVERYBODY),
    "admin:logout": Row(get=EVERYBODY - EDITORS, post=EVERYBODY),  # who is out goes to sign in
    "admin:password_change": both(EDITORS),
    "admin:password_change_done": Row(get=EDITORS),
    "admin:autocomplete": Row(get=EDITORS),
    "admin:jsi18n": Row(get=EDITORS),
    "admin:view_on_site": both(EDITORS),
    "quan-tri/(?P<url>.*)$": both(NOBODY),  # any other address of the admin
    "admin:auth_user_password_change": both(ADMINISTRATORS),
    "admin:audit_entry_export": Row(post=ADMINISTRATORS),
    "admin:news_article_royalties": both(PUBLISHERS),
    "admin:news_article_word": both(EDITORS),
    "admin:news_article_paste": Row(post=EDITORS),
    "admin:library_picture_upload": both(EDITORS),
    "admin:library_picture_choose": Row(get=EDITORS),
}

# In the order view, add, change, delete.
MODELS = {
    "news_article": Model(EDITORS, EDITORS, EDITORS, is_publication=True),
    "news_category": Model(EDITORS, PUBLISHERS, PUBLISHERS, ADMINISTRATORS),
    "news_tag": Model(EDITORS, EDITORS, EDITORS, ADMINISTRATORS),
    "news_topic": Model(EDITORS, EDITORS, EDITORS, ADMINISTRATORS),
    "news_author": Model(EDITORS, EDITORS, EDITORS, ADMINISTRATORS),
    "news_genre": Model(EDITORS, PUBLISHERS, PUBLISHERS, ADMINISTRATORS),
    "documents_document": Model(EDITORS, EDITORS, EDITORS, is_publication=True),
    "documents_pack": Model(EDITORS, EDITORS, EDITORS, is_publication=True),
    "documents_series": Model(EDITORS, PUBLISHERS, PUBLISHERS, ADMINISTRATORS),
    "documents_kind": Model(EDITORS, PUBLISHERS, PUBLISHERS, ADMINISTRATORS),
    "documents_issuer": Model(EDITORS, PUBLISHERS, PUBLISHERS, ADMINISTRATORS),
    "documents_field": Model(EDITORS, PUBLISHERS, PUBLISHERS, ADMINISTRATORS),
    "documents_subscription": Model(ADMINISTRATORS, delete=ADMINISTRATORS),
    "documents_citation": Model(EDITORS, change=EDITORS),
    "documents_wantedpaper": Model(EDITORS),
    "library_gallery": Model(EDITORS, EDITORS, EDITORS, is_publication=True),
    "library_recording": Model(EDITORS, EDITORS, EDITORS, is_publication=True),
    "library_picture": Model(EDITORS, EDITORS, EDITORS, PUBLISHERS),
    "files_storedfile": Model(EDITORS),
    "pages_sitesettings": Model(ADMINISTRATORS, change=ADMINISTRATORS),
    "pages_homelead": Model(PUBLISHERS, PUBLISHERS, PUBLISHERS, PUBLISHERS),
    "pages_homeblock": Model(PUBLISHERS, PUBLISHERS, PUBLISHERS, PUBLISHERS),
    "accounts_user": Model(ADMINISTRATORS, ADMINISTRATORS, ADMINISTRATORS),
    "audit_entry": Model(ADMINISTRATORS),
    "auth_group": Model(ADMINISTRATORS),
    "procrastinate_procrastinatejob": Model(NOBODY),
}


def rows():
    """{name of an address, or its route where it has none: Row}"""
    found = dict(ADDRESSES)
    for label, model in MODELS.items():
        found |= model.rows(label)
    return found
