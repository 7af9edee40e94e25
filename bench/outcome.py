"""What `make bench` writes into docs/benchmarks.md: figures, and the goals beside them."""

from bench.report import figure, section, table

HEADS = ["", "per CPU-second", "median ms", "99 % ms", "bytes"]
BURST_RENDERINGS = 2


def write(comparison):
    cases = cases_of(comparison.results)
    middles = {case: comparison.middle(case) for case in cases}
    notes = [
        "Requests for each second of processor time (user and system) of all servers that took "
        f"part; {comparison.rounds} alternating rounds of {comparison.seconds} s, the median; 16 "
        "connections; servers on one core, wrk on the other.",
        f"Load average meanwhile {span(middles.values())}; 1 or 2 is the measurement itself.",
        "Bytes are those of an answer with its headers. The nginx cases are without TLS, all "
        "alike, and the limits of one address are lifted.",
    ]
    rows = [
        [case, figure(m["per_cpu_second"]), figure(m["median_ms"]), figure(m["p99_ms"]),
         f"{m['bytes']:,.0f}"]
        for case, m in middles.items()
    ]  # fmt: skip
    section(
        f"Beside its peers, {comparison.articles:,} articles",
        "make bench",
        notes,
        table(HEADS, rows),
        table(["Goal", "measured", "wanted", ""], goals(comparison, middles)),
        table(["SQL for a page, nothing kept but fragments", "portal", "Wagtail"], sql(comparison)),
    )


def cases_of(results):
    end = ", round 1"
    return [key.removesuffix(end) for key in results.found if key.endswith(end)]


def span(middles):
    loads = [middle["load"] for middle in middles]
    return f"{min(loads):.1f}–{max(loads):.1f}"


RENDERED = {"article": (250, 10), "home": (150, 11), "category": (150, 11)}  # rate, times Wagtail


def goals(comparison, middles):
    """Rows of (what, measured, wanted, met)."""
    rate = {case: middle["per_cpu_second"] for case, middle in middles.items()}
    lines = []
    for kind, (wanted, times) in RENDERED.items():
        ours, theirs = rate[f"{kind}, rendered: portal"], rate[f"{kind}, rendered: Wagtail"]
        lines.append(least(f"{kind}, rendered, per CPU-second", ours, wanted))
        lines.append(least(f"{kind}, rendered, times Wagtail", ours / theirs, times))
    for kind in RENDERED:
        kept = rate[f"{kind}, kept: portal"]
        lines.append(
            least(f"{kind}, kept, of the constant view", kept / rate["constant view"], 0.6)
        )
    known = rate["home, 304: portal"]
    lines.append(least("304, of a kept 200", known / rate["home, kept: portal"], 1))
    for peer, wanted in (("proxy_cache", 0.95), ("static file", 0.7)):
        share = rate["article: nginx as shipped"] / rate[f"constant: nginx {peer}"]
        lines.append(least(f"article behind nginx, of {peer}", share, wanted))
    return [*lines, *events(comparison.results.found)]


def events(found):
    burst, busy = found["burst"], found["publishing"]
    allowed = burst["warm"] + BURST_RENDERINGS * burst["rendering"]
    slower = busy["publishing"]["p99_ms"] / busy["steady"]["p99_ms"]
    memory = found["memory"]
    return [
        most("slowest of 200 on a changed page, ms", burst["changed"], allowed),
        most("99th percentile while publishing, times the steady one", slower, 2),
        most(f"a worker after {memory['pages']:,} pages, MB", memory["worker"], 180),
        most("first page of a second `make run`, s", found["start"], 5),
    ]


def least(name, measured, wanted):
    return [name, figure(measured), f"≥ {figure(wanted)}", met(measured >= wanted)]


def most(name, measured, wanted):
    return [name, figure(measured), f"≤ {figure(wanted)}", met(measured <= wanted)]


def met(is_met):
    return "yes" if is_met else "**no**"


def sql(comparison):
    return [
        [kind, facts["queries"], comparison.theirs.get(kind, {}).get("queries", "")]
        for kind, facts in comparison.ours.items()
    ]
