"""The editor of rich text in the admin: CKEditor 4 with only what our articles may hold.

What it lets through is the sanitiser's allow-list (core.sanitise), so that nothing vanishes
between writing and saving; the guard is the sanitiser. `RichText.formfield` is the one place to
put another editor, docs/decisions.md says why this one stands there.
"""

from ckeditor.widgets import CKEditorWidget
from csp.constants import UNSAFE_INLINE
from django.forms import Media, Script
from django.templatetags.static import static

from core.sanitise import ALIGNED, ATTRIBUTES, PLACED
from core.tidy import RENAMED, TAGS

# What is not named here, and not needed by one that is, does not run.
PLUGINS = [
    "words",  # ours are in static/js/editor/; this one first: buttons read their names from it
    *("wysiwygarea", "toolbar", "enterkey", "undo", "clipboard", "contextmenu", "a11yhelp"),
    *("basicstyles", "format", "removeformat", "justify", "blockquote", "list", "indentlist"),
    *("link", "image2", "table", "tabletools", "tableselection", "horizontalrule", "specialchar"),
    *("pastefromword", "pastefromgdocs", "pastefromlibreoffice", "find", "tab", "magicline"),
    *("sourcearea", "maximize", "autogrow"),
    *("pasting", "pictures", "library"),  # ours again
]
TOOLBAR = [
    {"name": "styles", "items": ["Format"]},
    {
        "name": "basicstyles",
        "items": ["Bold", "Italic", "Underline", "Strike", "Subscript", "Superscript"],
    },
    {
        "name": "paragraph",
        "items": ["BulletedList", "NumberedList", "Outdent", "Indent", "Blockquote", "Cite"],
    },
    {
        "name": "align",
        "items": ["JustifyLeft", "JustifyCenter", "JustifyRight", "JustifyBlock"],
    },
    {"name": "links", "items": ["Link", "Unlink"]},
    {"name": "insert", "items": ["Library", "Image", "Table", "HorizontalRule", "SpecialChar"]},
    {"name": "editing", "items": ["Undo", "Redo", "RemoveFormat", "Find", "Replace"]},
    {"name": "tools", "items": ["Source", "Maximize"]},
]
SCRIPTS = ["frame", "untouched", "words", "pasting", "pictures", "library"]


def allowed_content():
    """The sanitiser's allow-list as the editor's filter reads it."""
    everywhere = ATTRIBUTES["*"] - {"class"}
    classes = sorted(ALIGNED | PLACED)
    return {
        tag: {"attributes": sorted(everywhere | ATTRIBUTES.get(tag, set())), "classes": classes}
        for tag in sorted(TAGS)
    }


CONFIG = {
    "language": "vi",
    "contentsLanguage": "vi",
    "customConfig": "",
    "stylesSet": False,
    "versionCheck": False,  # asks the maker's server
    "plugins": ",".join(PLUGINS),
    "toolbar": TOOLBAR,
    "removeDialogTabs": "image2:Upload;link:upload;link:target;link:advanced",
    "allowedContent": allowed_content(),
    "disallowedContent": "script style; *[on*]",
    "renamed": {old: new for old, new in RENAMED.items() if new != "p"},
    "format_tags": "p;h2;h3;h4",
    "justifyClasses": ["text-left", "text-center", "text-right", "text-justify"],
    "image2_alignClasses": ["image-left", "image-center", "image-right"],
    "image2_disableResizer": True,  # the page decides how wide a picture stands
    "forcePasteAsPlainText": False,
    "pasteFilter": None,  # the allow-list does it
    "pasteFromWord_inlineImages": False,
    "clipboard_handleImages": False,  # pictures come from the library
    "fillEmptyBlocks": False,
    "disableNativeSpellChecker": False,
    "linkDefaultProtocol": "https://",
    "bodyClass": "prose",
    "autoGrow_onStartup": True,
    "autoGrow_minHeight": 320,
    "autoGrow_maxHeight": 640,
}

# The editor writes style attributes and `onclick` into its own page, and a transparent picture.
# <script> stays strict: static/js/editor/frame.js takes away the one that the editor would write.
POLICY = {
    "script-src-attr": [UNSAFE_INLINE],
    "style-src": [UNSAFE_INLINE],
    "img-src": ["data:"],
}


class EditorWidget(CKEditorWidget):
    """Without JavaScript a plain text area that holds HTML."""

    def __init__(self, attrs=None):
        attrs = {"class": "vLargeTextField", "rows": 20, **(attrs or {})}
        super().__init__(template_name="django/forms/widgets/textarea.html", attrs=attrs)

    @property
    def media(self):
        scripts = [Script(f"js/editor/{name}.js", type="module") for name in SCRIPTS]
        return super().media + Media(css={"all": ["css/admin-editor.css"]}, js=scripts)

    def use_required_attribute(self, initial):
        """The browser cannot point at a text area that the editor hides."""
        return False

    def get_context(self, name, value, attrs):
        self.config["contentsCss"] = [static("css/site.css"), static("css/admin-editor-text.css")]
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {
            "data-type": "ckeditortype",
            "data-processed": "0",
            "data-config": context["widget"]["config"],
            "data-external-plugin-resources": "[]",
        }
        return context
