"""The lane board: changed by keyboard, by two people, without scripts, and followed by those who watch."""

import re
import time


def weigh(page, values):
    """Fills the form of a change and asks what it does."""
    for name, text in values.items():
        field = page.locator(f"main [name='{name}']")
        if field.evaluate("e => e.localName") == "select":
            field.select_option(text)
        else:
            field.fill(text)
    page.focus("main button[value=weigh]")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def enter(page, selector):
    page.focus(selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def board(browser, failures, cookies, second):
    """What one changes without scripts shows within a second on another's board."""
    watching = browser.page(browser.context(cookies=cookies))
    acting = browser.context(cookies=cookies, script=False).new_page()
    watching.goto("/lanes")
    watching.locator("[data-live-on]").wait_for(state="visible")
    acting.goto("/lanes/change?lane=dest%3DPL%2Cproduct%3Dparcel%2Cdata%3Dyes")
    weigh(acting, {"settings.0.state": "held", "reason": "law"})
    failures.check(acting.locator("#weighed-title").count() == 1, "what a change does is shown first")
    acting.focus("main button[value=change]")
    began = time.monotonic()
    with acting.expect_navigation():
        acting.keyboard.press("Enter")
    failures.check("/lanes?changed=1" in acting.url, f"a lane is held by one person: {acting.url}")
    watching.wait_for_selector("#live-rows td.lane.held")
    took = time.monotonic() - began
    failures.check(took < 2, f"the board tells of a change after {took:.2f} s, with the change itself")
    cell = watching.locator("#live-rows td.lane.held a").first
    cell.focus()
    held = watching.evaluate("document.activeElement.getAttribute('href')")
    watching.keyboard.press("ArrowRight")
    moved = watching.evaluate("document.activeElement.getAttribute('href')")
    failures.check("ecommerce-parcel" in moved, f"arrow keys go from cell to cell: {moved}")
    watching.keyboard.press("ArrowLeft")
    back = watching.evaluate("document.activeElement.getAttribute('href')")
    failures.check(back == held, "and back")
    with watching.expect_navigation():
        watching.keyboard.press("Enter")
    failures.check("/lanes/change" in watching.url, "Enter opens the change of a cell")
    browser.look(watching, "lane change")
    wall = re.compile(r"\d\d:\d\d:\d\d")
    watching.goto("/lanes")
    clock = watching.locator("[data-clock=wall]")
    first = clock.text_content()
    watching.wait_for_timeout(1100)
    failures.check(bool(wall.fullmatch(first)) and clock.text_content() != first, "the clocks run")
    acting.goto("/lanes")
    failures.check(acting.locator("td.lane.held").count() == 1, "the board is there without scripts")
    failures.check(acting.locator("[data-live] a").is_visible(), "and is loaded again by hand")
    acting.goto("/lanes/change?plan=letters-first")
    weigh(acting, {"reason": "attack"})
    enter(acting, "main button[value=change]")
    failures.check(acting.url.endswith("/lanes?proposed=p1"), f"closing is proposed: {acting.url}")
    enter(acting, "#live-waiting a")
    failures.check(acting.get_by_text("You proposed it").count() == 1, "nobody is two people")
    other = browser.context(cookies=second, script=False).new_page()
    other.goto("/lanes/proposals/p1")
    enter(other, "main form[action$='/approve'] button")
    failures.check(other.url.endswith("/lanes?changed=2"), f"another person approves: {other.url}")
    failures.check(other.locator("td.lane.closed").count() >= 8, "goods are closed everywhere")
    visitor = browser.context(script=False).new_page()
    visitor.goto("/send")
    enter(visitor, "main form button")
    visitor.select_option("main select", "PL")
    enter(visitor, "main form button")
    failures.check(
        visitor.get_by_text("attack").count() == 1, "the public is told at the first question")
    acting.goto("/lanes/change?plan=normal")
    weigh(acting, {"reason": "over"})
    enter(acting, "main button[value=change]")
    other.goto("/lanes/proposals/p2")
    other.fill("[name=reason]", "too early")
    enter(other, "main form[action$='/cancel'] button")
    failures.check("cancelled=p2" in other.url, "a proposal is cancelled")
    acting.goto("/lanes/change?plan=normal")
    weigh(acting, {"reason": "over"})
    enter(acting, "main button[value=change]")
    other.goto("/lanes/proposals/p3")
    enter(other, "main form[action$='/approve'] button")
    acting.goto("/lanes/plans")
    acting.fill("[name=name]", "spring")
    enter(acting, "main section form button")
    failures.check(acting.get_by_text("spring").count() >= 1, "a plan is saved under a name")
    for page in [watching, acting, other, visitor]:
        page.context.close()
