"""What the public reads: published by a form, answered without scripts, kept as files that need no office."""

import datetime
import pathlib

import feedparser
import html5lib
import icalendar
from axe_playwright_python.sync_playwright import Axe

import lanes
from browser import LANGUAGES, RULES, THEMES

NAME = "pl-parcels"


def publish(page, failures):
    """A lane that is held, and an advisory about it in five languages by the form, without scripts."""
    page.goto("/lanes/change?lane=dest%3DPL%2Cproduct%3Dems%2Cdata%3Dyes")
    lanes.weigh(page, {"settings.0.state": "held", "settings.0.advisory": NAME, "reason": "law"})
    enter(page, "main button[value=change]")
    page.goto("/advisories")
    page.click("main a.button")
    soon = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=2)
    page.fill("[name=name]", NAME)
    page.select_option("[name=kind]", "outage")
    page.fill("[name=lanes]", "dest=PL,product=ems,data=yes")
    page.fill("[name=since]", "2026-01-01T08:00")
    page.fill("[name=next_update]", soon.strftime("%Y-%m-%dT%H:%MZ"))
    for language in LANGUAGES[1:]:
        fill(page, language)
    enter(page, "main .actions button")
    failures.check(page.title().startswith("Error: "), "a missing language is refused")
    failures.check(page.locator(".summary a[href='#texts-it-title']").count() == 1, "and named")
    fill(page, LANGUAGES[0])
    enter(page, "main .actions button")
    failures.check(page.url.endswith("/advisories"), f"an advisory is published: {page.url}")
    failures.check(page.get_by_text(NAME).count() >= 1, "and listed")
    page.goto(f"/advisories/edit?name={NAME}")
    page.fill("[name=next_update]", soon.strftime("%Y-%m-%dT%H:%MZ"))
    enter(page, "main .actions button")
    page.goto(f"/status/advisories/{NAME}")
    failures.check(page.locator("article").count() == 2, "an update keeps what was said before")


def fill(page, language):
    page.fill(f"[name='texts.{language}.title']", f"Parcels wait ({language})")
    page.fill(f"[name='texts.{language}.what']", "**Parcels** to Poland, *all* of them, wait.\n\n- one\n- two")
    page.fill(f"[name='texts.{language}.advice']", "Read [more](https://post.example/more). Do nothing.")


def enter(page, selector):
    page.focus(selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def ask(browser, failures, number):
    """A stranger without scripts and without a mouse: can I send it, and how is my item?"""
    page = browser.context(script=False).new_page()
    page.goto("/")
    page.click("nav.nav a[href='/status']")
    failures.check(page.locator("h1").count() == 1, "the status is a step from every page")
    page.select_option("[name=what]", "ems")
    page.select_option("[name=to]", "PL")
    enter(page, "main form button")
    said = page.locator("[role=status]").inner_text()
    failures.check("waits at the office" in said, f"two questions have an answer: {said}")
    page.goto("/status/items")
    page.fill("[name=number]", number)
    enter(page, "main form button")
    found = page.locator("[role=status]").inner_text()
    failures.check("You need do nothing" in found, f"an item's state is told: {found}")
    failures.check("Zo" not in page.locator("main").inner_text(), "and nothing of people")
    for feed, kind in [("/status.json", "json"), ("/status/summary.json", "json"),
                       ("/status/advisories.atom", "atom"), ("/status/calendar.ics", "calendar")]:
        answer = page.context.request.get(feed)
        failures.check(answer.ok and kind in answer.headers["content-type"], f"{feed} is a feed")


def judge(failures, site):
    """Pages, Atom and iCalendar of the copy, as parsers that are not ours read them."""
    for path in sorted(site.rglob("*.*")):
        found = path.read_bytes()
        if path.suffix == ".html":
            parser = html5lib.HTMLParser()
            parser.parse(found)
            failures.check(not parser.errors, f"{path}: {parser.errors}")
        elif path.suffix == ".atom":
            feed = feedparser.parse(found)
            failures.check(not feed.bozo, f"{path}: {feed.get('bozo_exception')}")
            whole = all(entry.get("id") and entry.get("updated") and entry.get("link") for entry in feed.entries)
            failures.check(feed.entries and whole, f"{path} has whole entries")
        elif path.suffix == ".ics":
            calendar = icalendar.Calendar.from_ical(found)
            failures.check(not calendar.errors, f"{path}: {calendar.errors}")


def files(browser, failures, folder):
    """The copy opens from disk in both themes, asks nobody, and says that it is stale when it is."""
    site = pathlib.Path(folder)
    page = browser.context().new_page()
    for _ in range(200):
        if (site / "en" / "advisories" / f"{NAME}.html").exists():
            break
        page.wait_for_timeout(100)
    paths = sorted(path for path in site.rglob("*.html"))
    failures.check(len(paths) >= 16, f"the copy has its pages: {len(paths)}")
    judge(failures, site)
    for theme in THEMES:
        context = browser.chromium.new_context(color_scheme=theme)
        page = context.new_page()
        page.on("request", lambda request: failures.check(
            request.url.startswith("file://"), f"the copy asks {request.url}"))
        page.on("console", lambda message: failures.check(message.type != "error", f"copy: {message.text}"))
        for path in paths:
            page.goto(path.as_uri())
            # Without preload: axe would ask for the style by a request that files may not make.
            options = {"runOnly": RULES, "preload": False}
            for found in Axe().run(page, options=options).response["violations"]:
                failures.check(False, f"{path.name} {theme} axe {found['id']}: {found['nodes'][0]['html'][:160]}")
            failures.check(not page.locator("[data-stale]").is_visible(), f"{path.name} is fresh")
            page.set_viewport_size({"width": 320, "height": 720})
            wide = page.evaluate("document.documentElement.scrollWidth")
            failures.check(wide <= 320, f"{path.name} is {wide} wide at 400 %")
            page.set_viewport_size({"width": 1280, "height": 900})
        page.goto((site / "index.html").as_uri())
        page.click("main a[hreflang=it]")
        failures.check(page.url.endswith("/it/index.html"), "a language is a step away")
        page.locator("article a[href^='advisories/']").first.click()
        failures.check(page.locator("h1").inner_text() == "Parcels wait (it)", "and an advisory another")
    page.clock.install()
    page.clock.set_fixed_time(datetime.datetime.now() + datetime.timedelta(days=1))
    page.goto((site / "en" / "index.html").as_uri())
    failures.check(page.locator("[data-stale]").is_visible(), "a copy that nobody renews says so loudly")
    plain = browser.chromium.new_context(java_script_enabled=False).new_page()
    plain.goto((site / "en" / "index.html").as_uri())
    failures.check(plain.get_by_text("If it is later than").is_visible(), "and quietly without scripts")
