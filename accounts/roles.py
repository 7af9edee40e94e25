"""Who may do what: the roles of a board's portal as Django groups.

The names are the contract's (docs/glossary.md gives them in Vietnamese and English); the
permissions are Django's own, so an administrator can read and change them in the admin.
"""

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

LABELS = {
    "bao_cao_vien": "Báo cáo viên",
    "cong_tac_vien": "Cộng tác viên",
    "bien_tap_vien": "Biên tập viên",
    "thu_ky": "Thư ký tòa soạn",
    "quan_tri": "Quản trị",
}

LETTERS = ("opinion", "pagereport")  # what citizens send, beside questions
READS_MEMBERS_PAPERS = ["documents.view_members_documents"]
WRITES = ["news.submit_article"]
EDITS = [
    "news.add_article",
    "news.change_article",
    "news.submit_article",
    "news.return_article",
    "news.view_article",
    "news.view_category",
    "news.add_tag",
    "news.change_tag",
    "news.view_tag",
    *(
        f"news.{action}_{name}"
        for action in ("add", "change", "view")
        for name in ("topic", "author")
    ),
    "news.view_genre",
    "documents.add_document",
    "documents.change_document",
    "documents.submit_document",
    "documents.return_document",
    "documents.view_document",
    "documents.add_attachment",
    *(f"news.{action}_attachment" for action in ("add", "change", "view")),
    "documents.change_attachment",
    "documents.view_attachment",
    *(
        f"documents.{action}_{name}"
        for action in ("add", "change", "delete", "view")
        for name in ("relation", "changenote", "packitem")
    ),
    *(f"documents.{action}_pack" for action in ("add", "change", "view", "submit", "return")),
    "documents.view_series",
    "documents.view_kind",
    "documents.view_issuer",
    "documents.view_field",
    *(
        f"speakers.{action}_{name}"
        for action in ("add", "change", "delete", "view")
        for name in ("conference", "readingrequest")
    ),
    "speakers.change_question",
    "speakers.view_question",
    *(
        f"feedback.{action}_{name}"
        for action in ("add", "change", "view", "submit", "return")
        for name in ("question", "consultation")
    ),
    *(f"feedback.{action}_{name}" for action in ("change", "view") for name in LETTERS),
    "feedback.view_usefulness",
    "feedback.view_subject",
    "files.view_storedfile",
    *(f"search.{action}_synonym" for action in ("add", "change", "delete", "view")),
    "search.view_missedsearch",
    "search.delete_missedsearch",
    "stats.view_visitsummary",
    *(f"pages.{action}_standingpage" for action in ("add", "change", "view", "submit", "return")),
    *(f"pages.{action}_workevent" for action in ("add", "change", "delete", "view")),
    "library.add_picture",
    "library.change_picture",
    "library.view_picture",
    *(
        f"library.{action}_{name}"
        for action in ("add", "change", "view", "submit", "return")
        for name in ("gallery", "recording")
    ),
    *(f"library.{action}_galleryitem" for action in ("add", "change", "delete", "view")),
    *(f"polls.{action}_poll" for action in ("add", "change", "view", "submit", "return")),
    *(f"polls.{action}_choice" for action in ("add", "change", "delete", "view")),
    "polls.change_opinion",
    "polls.view_opinion",
]
PUBLISHES = [
    "news.approve_article",
    "news.publish_article",
    "news.add_category",
    "news.change_category",
    "news.add_genre",
    "news.change_genre",
    "news.export_royalties",
    "documents.approve_document",
    "documents.publish_document",
    "documents.delete_attachment",
    "news.delete_attachment",
    "files.allow_storedfile",
    "documents.approve_pack",
    "documents.publish_pack",
    "polls.approve_poll",
    "polls.publish_poll",
    "library.replace_picture",
    "library.delete_picture",
    *(
        f"pages.{action}_{name}"
        for action in ("add", "change", "delete", "view")
        for name in (
            "homelead",
            "homeblock",
            "slogan",
            "banner",
            "notice",
            "slide",
            "picturelink",
            "menuitem",
            "columnblock",
            "unit",
            "contact",
        )
    ),
    "pages.approve_standingpage",
    "pages.publish_standingpage",
    *(
        f"library.{action}_{name}"
        for action in ("approve", "publish")
        for name in ("gallery", "recording")
    ),
    *(
        f"documents.{action}_{name}"
        for action in ("add", "change")
        for name in ("kind", "issuer", "field", "series")
    ),
    *(
        f"feedback.{action}_{name}"
        for action in ("approve", "publish")
        for name in ("question", "consultation")
    ),
    *(f"feedback.{action}_subject" for action in ("add", "change")),
]
ADMINISTERS = [
    "accounts.add_user",
    "accounts.change_user",
    "accounts.view_user",
    "accounts.delete_user",
    *(f"accounts.{action}_datarequest" for action in ("change", "view")),
    *(f"accounts.{action}_accountrequest" for action in ("change", "delete", "view")),
    *(f"accounts.{action}_holiday" for action in ("add", "change", "delete", "view")),
    "accounts.view_authenticator",
    "accounts.delete_authenticator",
    "auth.view_group",
    "audit.view_entry",
    "audit.export_entry",
    *(f"exchange.{action}_missedaddress" for action in ("view", "delete", "lead_on")),
    "exchange.view_oldaddress",
    "exchange.delete_oldaddress",
    "pages.change_sitesettings",
    "pages.view_sitesettings",
    "stats.change_visitsummary",
    "speakers.delete_question",
    "news.delete_category",
    "news.delete_tag",
    *(f"news.delete_{name}" for name in ("topic", "author", "genre")),
    *(f"feedback.delete_{name}" for name in (*LETTERS, "usefulness", "subject")),
    "documents.view_subscription",
    "documents.delete_subscription",
    *(f"documents.delete_{name}" for name in ("kind", "issuer", "field", "series")),
]

PERMISSIONS = {
    "bao_cao_vien": READS_MEMBERS_PAPERS,
    "cong_tac_vien": WRITES,
    "bien_tap_vien": READS_MEMBERS_PAPERS + EDITS,
    "thu_ky": READS_MEMBERS_PAPERS + EDITS + PUBLISHES,
    "quan_tri": READS_MEMBERS_PAPERS + EDITS + PUBLISHES + ADMINISTERS,
}
ADMINISTRATORS = "quan_tri"
STAFF = {"bien_tap_vien", "thu_ky", ADMINISTRATORS}


def ensure_roles():
    """Make the groups where they are missing and give a new one its permissions.

    A group that is there keeps what an administrator gave or took away. Called after every
    migration and every flush of a test.
    """
    for config in apps.get_app_configs():
        create_permissions(config, verbosity=0)
    for name, wanted in PERMISSIONS.items():
        group, made = Group.objects.get_or_create(name=name)
        if made:
            group.permissions.set(permissions_named(wanted))


def permissions_named(names):
    """The permissions called `app.codename`; a name that is none is a programmer's error."""
    found = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type")
    }
    return [found[name] for name in names]
