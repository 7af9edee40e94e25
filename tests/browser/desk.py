"""The form of an article in the admin, with a real keyboard and clipboard."""

import re

READY = """
() => new Promise((done) => {
  const look = () => CKEDITOR.instances.id_body?.status === "ready" ? done() : setTimeout(look, 20);
  look();
})
"""
PASTE = """
(html) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  clipboardData.setData("text/plain", "văn bản");
  const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  CKEDITOR.instances.id_body.editable().$.dispatchEvent(event);
}
"""


class Desk:
    """The form of one article with its editor ready."""

    def __init__(self, tab, article):
        self.tab, self.page, self.article = tab, tab.page, article
        self.address = f"/quan-tri/news/article/{article.pk}/change/"
        tab.open(self.address)
        self.page.evaluate(READY)
        self.text = self.page.frame_locator("iframe.cke_wysiwyg_frame").locator("body")

    def press(self, button):
        self.page.locator(f".cke_button__{button}").click()

    def choose(self, paragraph):
        """A kind of paragraph from the list."""
        self.page.locator(".cke_combo__format .cke_combo_button").click()
        self.page.frame_locator(".cke_combopanel iframe").get_by_role(
            "option", name=paragraph, exact=True
        ).click()

    @property
    def dialog(self):
        return self.page.locator(".cke_dialog:visible")

    def agree(self):
        self.dialog.locator(".cke_dialog_ui_button_ok").click()
        self.dialog.wait_for(state="hidden")

    def data(self):
        return self.page.evaluate("CKEDITOR.instances.id_body.getData()")

    def show(self, html):
        """Puts a text into the editor and waits until it stands there."""
        self.page.evaluate(
            "html => new Promise(r => CKEDITOR.instances.id_body.setData(html, {callback: r}))",
            html,
        )

    def save(self):
        with self.page.expect_navigation(url=re.compile(r"/quan-tri/news/article/(\?|$)")):
            self.page.locator("[name=_save]").click()
        self.article.refresh_from_db()
        return self.article.body


def typed_in(page, home, name, password):
    """Signs in by the form, as people do."""
    page.goto(f"{home}/quan-tri/login/")
    page.get_by_label("Tên đăng nhập").fill(name)
    page.get_by_label("Mật khẩu").fill(password)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url("**/quan-tri/")
