#!/usr/bin/env python3
"""Walks every page of a served office: by keyboard, with and without scripts, in every language.

usage: walk.py POSTHORN [all]   (`all`: every route in every language and both themes)
"""

import itertools
import sys

import keyboard
import lanes
import live
import scriptless
import status
from browser import LANGUAGES, THEMES, run
from office import serving

PASSWORD = "orchard lantern gravel"
ADA = {"name": "Ada Fox", "lines.0": "12 Mill Lane", "postcode": "LS1 4AP", "locality": "Leeds",
       "phone": "+441130000000"}
ZOE = {"name": "Zoë Łukasiewicz", "lines.0": "ul. Długa 5/7", "postcode": "31-147",
       "locality": "Kraków", "phone": "+48120000000"}
LINE = {"description": "Knitted cotton jumper", "quantity": "2", "lineNetWeight": "700",
        "lineValue": "58.00", "currency": "GBP", "tariffCode": "611020"}
# What in an address says that nothing is there, and with which status.
ABSENT = {"no-such": 404, "=used": 404, "/drafts/22222222": 404, "/gone/": 404, "draft=22222222": 422}
BATCH = (
    "reference,product,senderKind,sender.name,sender.lines,sender.locality,sender.postcode,sender.country,"
    "addressee.name,addressee.lines,addressee.locality,addressee.postcode,addressee.country,grossWeight,"
    "contents.nature,lines.description,lines.quantity,lines.lineNetWeight,lines.lineValue,lines.currency,"
    "lines.tariffCode,lines.origin\n"
    "up-1,packet-tracked,private,Ada Fox,12 Mill Lane,Leeds,LS1 4AP,GB,Zoe Nowak,ul. Dluga 5,Krakow,31-147,PL,"
    "850,gift,Knitted cotton jumper,2,700,58.00,GBP,611020,GB\n"
    "up-2,packet-tracked,private,Ada Fox,12 Mill Lane,Leeds,LS1 4AP,GB,Zoe Nowak,ul. Dluga 5,Krakow,31-147,PL,"
    "850,gift,gift,2,700,58.00,GBP,611020,GB\n"
)


def set_up(browser, failures, path):
    """The invited person's first password, by keyboard; the session's cookies come back."""
    context = browser.context()
    page = browser.page(context)
    page.goto(path)
    browser.look(page, "set-up")
    browser.type(page, "password", "short")
    browser.press(page, "Set up and sign in")
    failures.check(page.title().startswith("Error: "), "a refused form says so in its title")
    focus = page.evaluate("document.activeElement.className")
    failures.check(focus == "summary", "the focus goes to the error summary")
    browser.look(page, "set-up refused")
    browser.type(page, "password", PASSWORD)
    browser.press(page, "Set up and sign in")
    failures.check(page.get_by_text("Sign out").count() == 1, "setting up signs in")
    return context.cookies()


def send(browser, failures, language="en"):
    """Public lodging by keyboard and without scripts; the draft code comes back."""
    context = browser.context(language, script=False)
    page = context.new_page()
    shown = browser.page(browser.context(language))  # axe needs scripts: the same pages, looked at

    def step(name):
        shown.goto(page.url)
        browser.look(shown, f"send {name}", language)

    def enter():
        with page.expect_navigation():
            page.keyboard.press("Enter")

    def answer(values):
        for name, text in values.items():
            browser.type_blind(page, name, text)
        enter()

    page.goto("/send")
    step("start")
    page.focus("main form button")
    enter()
    step("country")
    page.select_option("main select", "PL")
    page.focus("main form button")
    enter()
    step("nature")
    page.focus("input[value=gift]")
    page.keyboard.press("Space")
    enter()
    step("goods")
    answer({f"contents.lines.0.{name}": text for name, text in LINE.items()} | {
        "contents.lines.0.description": "gift"})
    failures.check(page.locator(".summary").count() == 1, "a vague description is refused at once")
    answer({"contents.lines.0.description": LINE["description"]})
    step("list of goods")
    page.focus("main button[name=done]")
    enter()
    step("product")
    page.focus("input[value=packet-tracked]")
    page.keyboard.press("Space")
    enter()
    step("weight")
    answer({"grossWeight": "850"})
    step("addressee")
    answer({f"addressee.{name}": text for name, text in ZOE.items()})
    step("sender")
    answer({f"sender.{name}": text for name, text in ADA.items()})
    step("answers")
    shown.goto("/".join(page.url.split("/")[:5]))
    browser.look(shown, "send tasks", language)
    page.focus("main form button")
    enter()
    step("draft")
    page.go_back()
    failures.check(page.locator("h1").count() == 1, "going back works")
    shown.wait_for_function("document.querySelector('.qr').naturalWidth > 0")
    return shown.url.split("/")[-1].split("?")[0]


def counter(browser, failures, cookies, code):
    """A scan anywhere opens the draft; the counter lodges it; the number comes back."""
    page = browser.page(browser.context(cookies=cookies))
    page.goto("/")
    page.keyboard.type("ordinary words", delay=1)
    page.keyboard.press("Enter")
    failures.check(page.url.rstrip("/") == browser.base.rstrip("/"), "typed words open nothing")
    with page.expect_navigation():
        page.keyboard.type(code, delay=1)
        page.keyboard.press("Enter")
    failures.check("/counter" in page.url, "a scanned draft code opens the draft at the counter")
    browser.look(page, "counter with a draft")
    page.fill("[name='postage.amount']", "12.35")
    page.fill("[name='postage.currency']", "GBP")
    browser.press(page, "Check only")
    failures.check(page.locator(".note.good").count() == 1, "what is good is said to be good")
    browser.press(page, "Lodge and get documents")
    failures.check("/counter/lodged/" in page.url, f"the draft is lodged: {page.url}")
    browser.look(page, "lodged")
    number = page.url.split("/")[-1]
    form = page.context.request.get(f"/items/{number}/documents/label.pdf")
    failures.check(form.body().startswith(b"%PDF"), "the label is a PDF")
    page.goto("/accessibility")
    with page.expect_navigation():
        page.keyboard.type(number, delay=1)
        page.keyboard.press("Enter")
    failures.check(page.url.endswith(f"/items/{number}"), "a scanned number opens its item")
    return number


def refused(browser, failures, cookies):
    """An empty counter form: every problem is above, and leads to its field; lines come without scripts."""
    context = browser.context(cookies=cookies, script=False)
    page = context.new_page()
    page.goto("/counter")
    with page.expect_navigation():
        page.click("main button[value='add-line']")
    failures.check(page.locator(".goods").count() == 2, "a content line is added without scripts")
    page.click("main .actions button[value=lodge]")
    failures.check(page.title().startswith("Error: "), "the title says that there are errors")
    for link in page.locator(".summary a").all():
        target = link.get_attribute("href")
        failures.check(page.locator(f"[id='{target[1:]}']").count() == 1, f"{target} is a field")
    failures.check(page.locator(".summary a").count() >= 5, "every missing field is named")


def upload(browser, failures, cookies):
    """A file with one bad row: checked, put right on the page, lodged, and given back."""
    page = browser.page(browser.context(cookies=cookies))
    page.goto("/upload")
    page.set_input_files("#file", {"name": "items.csv", "mimeType": "text/csv", "buffer": BATCH.encode()})
    browser.press(page, "Upload and check")
    failures.check(page.get_by_text("need attention").count() >= 1, "the bad row is counted")
    browser.look(page, "batch")
    page.fill("main fieldset input", "Knitted cotton jumper")
    browser.press(page, "Check these rows again")
    browser.press(page, "Lodge what is good (2)")
    failures.check(page.locator("tbody tr").count() == 2, "both rows are items")
    browser.look(page, "batch lodged")
    with page.expect_download() as download:
        page.click("main a[download]")
    text = open(download.value.path(), encoding="utf-8").read()
    failures.check(text.count(",lodged,") == 2, "the result file tells of both rows")


def routes(number, hook, request):
    """Every page that an address opens, with who may look."""
    signed_in = [
        hook, "/developers/requests", "/developers/requests?outcome=refused", f"/developers/requests/{request}",
        "/", "/counter", "/items", "/items?q=Zo", f"/items/{number}", f"/items/{number}/cancel",
        f"/items/{number}/amend", f"/counter/lodged/{number}", f"/counter?again={number}", "/upload", "/journal",
        "/journal?from=0", "/acts", "/developers/keys", "/developers/webhooks", "/staff", "/account",
        "/scanner", "/no-such-page", "/lanes", "/lanes/change?lane=any", "/lanes/change?plan=everything-capped",
        "/lanes/plans", "/lanes/releases", "/lanes/history", "/lanes/forecast?lane=any&per_hour=5", "/lanes/proposals/p1", "/counter?draft=22222222", "/scan?q=nothing",
        "/advisories", "/advisories/edit", f"/advisories/edit?name={status.NAME}", f"/advisories/{status.NAME}/told",
    ]
    public = ["/", "/accessibility", "/send", "/sign-in", "/set-up?token=used", "/drafts/22222222",
              "/send/gone/country", "/no-such-page", "/display", "/status", "/status?what=parcel&to=PL",
              f"/status/advisories/{status.NAME}", "/status/advisories/no-such", f"/status/items?number={number}",
              "/status/items?number=x", "/status/past", "/status/notice"]
    return [(path, True) for path in signed_in] + [(path, False) for path in public]


def look_at_all(browser, failures, cookies, paths, everything):
    """Each route once by keyboard, languages and themes in rotation; or each in every one."""
    faces = list(itertools.product(LANGUAGES, THEMES))
    contexts = {}
    for place, (path, is_signed_in) in enumerate(paths):
        for turn, (language, theme) in enumerate(faces if everything else [faces[place % len(faces)]]):
            key = (language, theme, is_signed_in)
            if key not in contexts:
                kept = [cookie for cookie in cookies if is_signed_in]
                contexts[key] = browser.page(browser.context(language, theme, cookies=kept))
            page = contexts[key]
            answer = page.goto(path + ("&" if "?" in path else "?") + f"lang={language}")
            expected = next((status for word, status in ABSENT.items() if word in path), 200)
            failures.check(answer.status == expected, f"{path} answers {answer.status}")
            browser.look(page, path, language)
            dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 24, 31)"
            # The board is for a dark room, whatever else was chosen.
            failures.check(dark == (theme == "dark" or path == "/lanes"), f"{path} is {theme}")
            # Where something is wrong the keyboard starts at what it is, past the skip link.
            if turn == 0 and page.locator("[data-focus]").count() == 0:
                keyboard.skip(page, path, failures)
                # A page anew: Tab goes on from where the skip link led.
                page.goto(page.url.split("#")[0])
                keyboard.walk(page, path, failures)
            # A person follows a few pages at once, and these are many.
            page.goto("about:blank")


def printed(browser, failures, cookies, number):
    """Paper has what was looked for, and neither menu nor buttons."""
    page = browser.page(browser.context(cookies=cookies))
    for path in [f"/items/{number}", f"/counter/lodged/{number}", "/journal", "/items", "/lanes", "/status/notice", "/status"]:
        page.goto(path)
        page.emulate_media(media="print")
        failures.check(not page.locator("nav.nav").is_visible(), f"{path} prints without its menu")
        failures.check(page.locator("h1").is_visible(), f"{path} prints its heading")
        failures.check(page.locator(".print-only").is_visible(), f"{path} prints office and time")
        failures.check(len(page.pdf()) > 5000, f"{path} prints")
        page.emulate_media(media="screen")


def guarded(browser, failures, cookies):
    """Forms of nobody's page change nothing; a chosen display is kept."""
    context = browser.context(cookies=cookies)
    answer = context.request.post("/developers/keys", form={"name": "x", "role": "admin"})
    failures.check(answer.status == 403, f"a form without its token is refused: {answer.status}")
    page = browser.page(context)
    page.goto("/")
    page.click("button[value=dark]")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    failures.check(dark == "rgb(18, 24, 31)", "a chosen display is kept")
    page.click("text=Sign out")
    page.goto("/items")
    failures.check("/sign-in" in page.url, "signing out ends the session")
    browser.type(page, "name", "ada.fox")
    browser.type(page, "password", PASSWORD)
    browser.press(page, "Sign in")
    failures.check(page.url.endswith("/items"), "signing in leads to where one wanted to go")


def second_person(browser, link):
    """The cookies of somebody else who may approve."""
    context = browser.context()
    page = browser.page(context)
    page.goto(link)
    page.fill("[name=password]", PASSWORD)
    with page.expect_navigation():
        page.click("main form button")
    return context.cookies()


def main(browser, failures, link, second, site):
    everything = "all" in sys.argv[2:]
    cookies = set_up(browser, failures, link)
    code = send(browser, failures)
    number = counter(browser, failures, cookies, code)
    refused(browser, failures, cookies)
    upload(browser, failures, cookies)
    page = scriptless.sign_in(browser, cookies)
    scriptless.lodge(page, failures, ADA, ZOE, LINE)
    lodged = scriptless.upload(page, failures, BATCH.replace("up-", "off-"))
    scriptless.look_up(page, failures, lodged[0])
    hook, request = scriptless.develop(page, failures)
    live.item(browser, failures, cookies, lodged[1])
    live.items(browser, failures, cookies, lambda: scriptless.lodge(page, failures, ADA, ZOE, LINE))
    lanes.board(browser, failures, cookies, second_person(browser, second))
    status.publish(page, failures)
    status.ask(browser, failures, number)
    look_at_all(browser, failures, cookies, routes(number, hook, request), everything)
    printed(browser, failures, cookies, number)
    status.files(browser, failures, site)
    guarded(browser, failures, cookies)


with serving(sys.argv[1]) as (url, set_up_link, second, site):
    outcome = run(url, lambda browser, failures: main(browser, failures, set_up_link, second, site))
sys.exit(outcome)
