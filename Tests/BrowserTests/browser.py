"""A browser that tells what is wrong with each page it looks at."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

LANGUAGES = ["it", "en", "fr", "de", "nl"]
THEMES = ["light", "dark"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# A page at 1280 pixels, zoomed to 400 %.
ZOOMED = {"width": 320, "height": 720}
WIDE = {"width": 1280, "height": 900}

# Targets smaller than 24 pixels that are neither inside of a sentence nor hidden (WCAG 2.5.8).
SMALL = """() => [...document.querySelectorAll('main a, main button, main input, nav a, nav button, footer a')]
  .filter(e => {
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    if (!box.width || style.visibility === 'hidden' || e.closest('.hidden') || e.matches('.hidden')) return false;
    if (e.matches('p a, dd a, li a, td a, th a, .quiet a') && style.display === 'inline') return false;
    return box.height < 23.5 || box.width < 23.5;
  }).map(e => e.outerHTML.slice(0, 120))"""

# What the keyboard's focus is drawn with.
FOCUS = """() => { const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
  return {tag: e.tagName, id: e.id, name: e.getAttribute('name') || '', value: e.getAttribute('value') || '',
    text: (e.textContent || '').trim().slice(0, 60), href: e.getAttribute('href') || '',
    visible: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2,
    inside: b.bottom > 0 && b.top < innerHeight}; }"""


class Failures:
    """What went wrong, told at once, counted at the end."""

    def __init__(self):
        self.list = []
        self.checks = 0

    def check(self, holds, what):
        self.checks += 1
        if not holds:
            self.list.append(what)
            print("FAIL " + what, flush=True)

    def finish(self):
        print(f"{self.checks} checks, {len(self.list)} failed", flush=True)
        return 1 if self.list else 0


class Browser:
    def __init__(self, playwright, base, failures):
        self.base = base
        self.failures = failures
        self.chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )

    def context(self, language="en", theme="light", script=True, cookies=()):
        context = self.chromium.new_context(
            locale=language, color_scheme=theme, java_script_enabled=script, viewport=WIDE,
            base_url=self.base,
        )
        context.set_default_timeout(10_000)
        if cookies:
            context.add_cookies(list(cookies))
        return context

    def page(self, context):
        page = context.new_page()
        host = self.base.split("//")[1].rstrip("/")
        page.on("request", lambda request: self.failures.check(
            request.url.split("//")[1].split("/")[0] == host, f"asks another host: {request.url}"))
        # Pages that are refused on purpose are told of by their status; anything else is a fault.
        page.on("console", lambda message: self.failures.check(
            message.type != "error" or "status of 4" in message.text
            # Taken off the network on purpose.
            or "ERR_INTERNET_DISCONNECTED" in message.text,
            f"{page.url}: console: {message.text}"))
        return page

    def look(self, page, name, language="en"):
        """Everything that is true of every page."""
        def check(holds, what):
            self.failures.check(holds, f"{name} [{language}] {what}")

        violations = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        for found in violations:
            check(False, f"axe {found['id']}: {[node['html'][:160] for node in found['nodes'][:3]]}")
        check(True, "axe")
        check(page.evaluate("document.documentElement.lang") == language, "says its language")
        check(page.locator("h1").count() == 1, "has one h1")
        check(" – " in page.title(), "names the office in its title")
        small = page.evaluate(SMALL)
        check(not small, f"has small targets: {small[:3]}")
        page.set_viewport_size(ZOOMED)
        page.wait_for_function(f"innerWidth === {ZOOMED['width']}")
        width = page.evaluate("document.documentElement.scrollWidth")
        check(width <= ZOOMED["width"], f"is {width} wide at 400 %")
        page.set_viewport_size(WIDE)

    def tab_to(self, page, wanted, limit=150):
        """Presses Tab until the focus is where it is wanted; the focus is seen at every stop."""
        for _ in range(limit):
            page.keyboard.press("Tab")
            focus = page.evaluate(FOCUS)
            if focus["tag"] == "BODY":
                continue
            self.failures.check(
                focus["visible"], f"{page.url}: focus is not seen on {focus['tag']} {focus['text']}")
            self.failures.check(
                focus["inside"], f"{page.url}: focus is off the screen on {focus['tag']} {focus['text']}")
            if wanted(focus):
                return True
        self.failures.check(False, f"{page.url}: the keyboard does not reach what was wanted")
        return False

    def type(self, page, name, text):
        """Fills the field of that name by keyboard."""
        self.tab_to(page, lambda focus: focus["name"] == name)
        kind = page.evaluate("document.activeElement.tagName")
        if kind == "SELECT":
            page.keyboard.type(text)
        else:
            page.keyboard.press("Control+A")
            page.keyboard.type(text)

    def type_blind(self, page, name, text):
        """Fills the field where scripts are off and nobody can be asked where the focus is."""
        page.focus(f"[name='{name}']")
        page.keyboard.press("Control+A")
        page.keyboard.type(text)

    def press(self, page, text):
        """Presses the button or link of that text by keyboard."""
        if self.tab_to(page, lambda focus: focus["text"].startswith(text)):
            with page.expect_navigation():
                page.keyboard.press("Enter")


def run(base, body):
    """Gives the exit status: 1 when anything failed."""
    failures = Failures()
    with sync_playwright() as playwright:
        browser = Browser(playwright, base, failures)
        try:
            body(browser, failures)
        except Exception as problem:  # a step that could not be taken is a failure with its place
            failures.check(False, f"{type(problem).__name__}: {problem}")
        browser.chromium.close()
    return failures.finish()
