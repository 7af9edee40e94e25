"""Two stylesheets for the browser, one file a component for us: what everybody sees, and what only
the pages about accounts and those of people who signed in show."""

import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import AppDirectoriesFinder, BaseFinder
from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

PLUGINS = """
about adobeair autoembed bbcode codesnippet codesnippetgeshi copyformatting devtools div divarea
docprops embed embedbase embedsemantic exportpdf flash forms iframe iframedialog image language
liststyle mathjax newpage pagebreak placeholder preview scayt sharedspace showblocks smiley
sourcedialog stylesheetparser tableresize templates uicolor uploadimage uploadwidget wsc
""".split()
UNUSED = [
    *("ckeditor/file-icons/*", "ckeditor/galleriffic/*", "ckeditor/ckeditor/adapters/*"),
    "ckeditor/*/lang/[!v]*.js",
    *(f"ckeditor/ckeditor/plugins/{name}/*" for name in PLUGINS),
]
BUNDLES = {"css/site.css": "site.parts", "css/areas.css": "areas.parts"}


def bundle(folder: Path, parts: str) -> str:
    """The stylesheets that a list names, in its order, without comments and indentation."""
    names = (folder / parts).read_text().split()
    text = "\n".join((folder / name).read_text() for name in names)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", "\n", text).strip() + "\n"


class BundleFinder(BaseFinder):
    """Finds the bundles, each of which it writes anew when it is asked for."""

    def __init__(self, app_names=None, *args, **kwargs):
        self.storage = FileSystemStorage(location=settings.VAR_DIR / "bundle")

    def check(self, **kwargs):
        return []

    def write(self, name) -> Path:
        path = Path(self.storage.path(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(bundle(settings.BASE_DIR / "static" / "css", BUNDLES[name]))
        return path

    def find(self, path, find_all=False, **kwargs):
        if path not in BUNDLES:
            return []
        found = str(self.write(path))
        return [found] if find_all else found

    def list(self, ignore_patterns):
        for name in BUNDLES:
            self.write(name)
            yield name, self.storage


class AppFinder(AppDirectoriesFinder):
    """The files of the apps, without those of the editor that we never load: other plugins and
    languages, its tests."""

    def list(self, ignore_patterns):
        return super().list([*(ignore_patterns or []), *UNUSED])


class Storage(CompressedManifestStaticFilesStorage):
    """Finds the address of a file once; a page asks for twenty."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.addresses = {}

    def url(self, name, force=False):
        if (address := self.addresses.get(name)) is None:
            address = self.addresses[name] = super().url(name, force)
        return address
