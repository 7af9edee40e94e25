"""Known cross-site scripting vectors in an article, shown by a real browser. None may fire, with
the page's policy and without it: then the sanitiser and the templates stand alone."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings as portal
from django.core.paginator import Paginator

from news.models import Article
from news.views.lists import ArticleListView
from tests.factories import make_article

HOSTILE = Path(portal.BASE_DIR).parent / "shared" / "hostile"
AT_ONCE = 25
OWN = [
    "<script>alert(1)</script>",
    "<script src=https://evil.example/x.js></script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src=/static/img/emblem.svg onload=alert(1)>",
    '<img src="/a"onerror="alert(1)">',
    "<img src=`x`onerror=alert(1)>",
    "<img/src/onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert&lpar;1&rpar;</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    '<svg><a xlink:href="javascript:alert(1)"><text x=9 y=9>x</text></a></svg>',
    "<svg><foreignObject><iframe srcdoc='<script>parent.alert(1)</script>'>",
    "<math><mtext><table><mglyph><style><!--</style><img src onerror=alert(1)>",
    "<math><mtext><mglyph><svg><mtext><style><path id='</style><img onerror=alert(1) src>'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><img src=x onerror=alert(1)></template>",
    "<textarea><img title='</textarea><img src=x onerror=alert(1)>'></textarea>",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'></xmp>",
    "<title></title><img src=x onerror=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='&lt;script&gt;parent.alert(1)&lt;/script&gt;'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<object data='data:text/html,<script>parent.alert(1)</script>'></object>",
    "<embed src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='java&Tab;script:alert(1)'>x</a>",
    "<a href='&#1;javascript:alert(1)'>x</a>",
    "<a href='javascript&colon;alert(1)'>x</a>",
    "<a href='data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=='>x</a>",
    "<a href=# onclick=alert(1)>x</a>",
    "<a href=x ping=https://evil.example/>x</a>",
    "<form action=javascript:alert(1)><button autofocus onfocus=alert(1)>x</button></form>",
    "<button formaction=javascript:alert(1) form=x>x</button>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>x</details>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)></audio>",
    "<video poster=javascript:alert(1) src=https://evil.example/a.mp4></video>",
    "<img srcset='https://evil.example/a.png 1x' src=/a>",
    '<p style="background:url(https://evil.example/x)">x</p>',
    "<p style='animation-name:x' onanimationstart=alert(1)>x</p><style>@keyframes x{}</style>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<link rel=prefetch href=https://evil.example/x>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<base href=https://evil.example/>",
    "<body onload=alert(1)>",
    "<body background=https://evil.example/x.png>",
    "<table background=https://evil.example/x.png><tr><td background=//evil.example/y>x</table>",
    "</div></article></main><script>alert(1)</script>",
    "</p></figcaption><svg/onload=alert(1)>",
    "--><script>alert(1)</script><!--",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "]]><script>alert(1)</script>",
    "<?xml version='1.0'?><x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
    '"><script>alert(1)</script>',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)',
    "</title><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    '{"@type":"x"}</script><img src=x onerror=alert(1)>',
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "{{ constructor.constructor('alert(1)')() }}",
    "{% load x %}{{ x|safe }}<script>alert(1)</script>",
    "<p class='text-left' lang='vi\" onclick=\"alert(1)'>x</p>",
    "<a href='/x\" onmouseover=\"alert(1)'>x</a>",
    "<img alt='\"><img src=x onerror=alert(1)>' src=/a>",
    "<IMG SRC=/a ALT=`x` ONERROR =alert(1)>",
    "<\0script>alert(1)</script>",
    "<p id=__fired name=__fired>x</p><form id=document><input name=cookie></form>",
    "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
    "<ſcript>alert(1)</ſcript>",
]
# Moves over everything, clicks everything, and looks for what waits for a hand or another browser.
TOUCH = """
() => {
  const stop = (event) => event.preventDefault();
  document.addEventListener("click", stop);
  document.addEventListener("submit", stop);
  const wrong = [];
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      const runs = /^[\\s\\x00-\\x20]*(javascript|vbscript|data):/i.test(value);
      const address = ["href", "src", "action", "formaction", "poster", "data"].includes(name);
      if (/^on|^style$|^srcdoc$|^ping$/i.test(name) || (runs && address)) {
        wrong.push(element.outerHTML.slice(0, 200));
      }
    }
  }
  const inlets = "iframe, object, embed, base, meta[http-equiv], style, article form, svg script";
  for (const element of document.querySelectorAll(inlets)) wrong.push(element.outerHTML);
  for (const script of document.querySelectorAll("script:not([src])")) {
    if (script.type !== "application/ld+json") wrong.push(script.outerHTML);
    else JSON.parse(script.textContent);
  }
  for (const element of document.querySelectorAll("main *")) {
    for (const type of ["mouseover", "mousemove", "focus", "animationstart", "toggle", "click"]) {
      element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
    }
  }
  return [...wrong, ...window.__fired];
}
"""


def vectors():
    if not HOSTILE.exists():
        pytest.skip("the hostile strings are not beside this checkout")
    known = json.loads((HOSTILE / "xss-vectors.json").read_text())
    naughty = json.loads((HOSTILE / "naughty-strings.json").read_text())
    scripts = [text for text in naughty if re.search(r"<|script|\bon\w+=", text, re.IGNORECASE)]
    return list(dict.fromkeys([*known, *scripts, *OWN]))


def line_of(vector):
    """As a form would take it for a plain field: none takes the NUL character."""
    return vector.replace("\0", "")


def body_of(vector):
    """The vector where an editor could put it; each is cleaned by itself, so that none hides
    in what another one has opened."""
    places = [
        "{}",
        "<p>{}</p>",
        '<p><a href="{}">chữ</a></p>',
        '<figure><img src="/static/img/emblem.svg" alt="{}"><figcaption>{}</figcaption></figure>',
    ]
    clean = Article._meta.get_field("body").to_python
    return "".join(clean(place.replace("{}", vector)) for place in places)


@pytest.fixture
def articles(transactional_db):
    """All vectors, some in each article's title, lead and body; one more has them as one text."""
    found = vectors()
    groups = [found[at : at + AT_ONCE] for at in range(0, len(found), AT_ONCE)]
    articles = [
        make_article(
            title=line_of(group[0])[:500],
            slug="vector",
            lead=line_of("\n".join(group)),
            body="".join(map(body_of, group)),
        )
        for group in groups
    ]
    articles.append(make_article(title="Tất cả", body="\n".join(found)))
    for number, vector in enumerate(map(line_of, found)):
        make_article(title=vector[:500], slug=f"v{number}", lead=vector, body="")
    return articles


def harmless(tab, path):
    response = tab.open(path)
    assert response.status == 200
    assert tab.page.evaluate(TOUCH) == []
    assert tab.page.url == tab.home + path
    said = [text for text in tab.errors if "Failed to load resource" not in text]  # 404 of /a
    assert said == []
    assert tab.elsewhere == []
    return response


def test_there_are_more_than_two_hundred_vectors():
    assert len(vectors()) > 400


@pytest.mark.parametrize("policy", [True, False], ids=["with policy", "by the sanitiser alone"])
def test_no_vector_fires_on_a_public_page(tab, articles, settings, policy):
    if not policy:
        settings.CONTENT_SECURITY_POLICY = {}
    pages = Paginator(Article.objects.published(), ArticleListView.paginate_by).page_range
    lists = [f"/tin-tuc/?trang={page}" for page in pages]
    for path in [*(article.get_absolute_url() for article in articles), *lists, "/"]:
        response = harmless(tab, path)
        assert ("content-security-policy" in response.headers) is policy


def test_the_probe_sees_what_fires(tab, settings):
    """The same look at a page whose text was not cleaned."""
    settings.CONTENT_SECURITY_POLICY = {}
    article = make_article()
    vector = "<img src=/x onerror=alert(1)><a href=javascript:alert(2)>x</a>"
    tab.open(article.get_absolute_url())
    tab.page.evaluate("html => document.querySelector('.prose').innerHTML = html", vector)
    tab.page.wait_for_load_state("networkidle")
    assert len(tab.page.evaluate(TOUCH)) == 3
