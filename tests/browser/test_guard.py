"""The proof of work as a browser does it, under the portal's own policy."""

import pytest

from core.guard import proof

SOLVE = """async () => {
  const { canSolve, solve } = await import("/static/js/guard/solver.js");
  const challenge = await (await fetch("/_/thu-thach/")).json();
  return canSolve && solve(challenge);
}"""


@pytest.mark.parametrize("tries", [1, 60])
def test_what_a_browser_computes_is_right(tab, transactional_db, settings, tries):
    settings.PROOF_TRIES = tries
    tab.open("/")
    assert proof.read(tab.page.evaluate(SOLVE))
    assert tab.errors == []
    assert tab.elsewhere == []
