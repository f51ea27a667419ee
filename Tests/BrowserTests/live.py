"""Pages that follow what they show: by themselves, politely, and only for as long as one wants."""

import re


def item(browser, failures, cookies, number):
    """What one person does shows on another's screen, and the keyboard stays where it was."""
    watching = browser.page(browser.context(cookies=cookies))
    acting = browser.context(cookies=cookies, script=False).new_page()
    watching.goto(f"/items/{number}")
    on = watching.locator("[data-live-on]")
    on.wait_for(state="visible")
    watching.focus("#live-acts a")
    held = watching.evaluate("document.activeElement.getAttribute('href')")
    acting.goto(f"/items/{number}/amend")
    acting.fill("[name='grossWeight']", "870")
    acting.focus("main .actions button[value=lodge]")
    with acting.expect_navigation():
        acting.keyboard.press("Enter")
    watching.wait_for_selector("#live-time li.fresh")
    failures.check(watching.locator("#live-time li").count() >= 2, "the timeline grows by itself")
    failures.check(
        watching.evaluate("document.activeElement.getAttribute('href')") == held,
        "the focus stays where it was when a page is made anew")
    browser.look(watching, "an item that was followed")
    pause = watching.locator("[data-live-pause]")
    pause.focus()
    watching.keyboard.press("Enter")
    failures.check(pause.get_attribute("aria-pressed") == "true", "following can be paused by keyboard")
    failures.check(not on.is_visible(), "what is paused does not say that it is live")
    shown = watching.locator("#live-time li").count()
    acting.goto(f"/items/{number}/cancel")
    acting.fill("[name=reason]", "sold")
    acting.focus("main button.danger")
    with acting.expect_navigation():
        acting.keyboard.press("Enter")
    watching.wait_for_timeout(1500)
    failures.check(watching.locator("#live-time li").count() == shown, "what is paused stays as it is")
    watching.keyboard.press("Enter")
    watching.wait_for_selector("#live-head .state.cancelled")
    said = watching.locator("[data-live-say]").text_content()
    failures.check("ancelled" in said, f"what changed is said to screen readers: {said}")
    watching.context.close()


def items(browser, failures, cookies, lodge):
    """A new item comes to the top of everybody's list; a page that was away hears what it missed."""
    page = browser.page(browser.context(cookies=cookies))
    page.goto("/items")
    page.locator("[data-live-on]").wait_for(state="visible")
    before = page.locator("tbody tr").count()
    lodge()
    page.wait_for_selector(f"tbody tr:nth-child({before + 1})")
    failures.check(page.locator("tbody tr.fresh").count() == 1, "what is new is marked")
    page.context.set_offline(True)
    page.wait_for_timeout(200)
    lodge()
    page.context.set_offline(False)
    page.wait_for_selector(f"tbody tr:nth-child({before + 2})", timeout=60_000)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_timeout(1500)
    failures.check(
        not [url for url in asked if re.search(r"/items", url)], f"a quiet page asks for nothing: {asked}")
    page.context.close()
