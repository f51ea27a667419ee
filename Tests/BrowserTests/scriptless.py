"""What people do in the office, with scripts switched off: every form is a form, every link a link."""

import re


def sign_in(browser, cookies):
    context = browser.context(cookies=cookies, script=False)
    return context.new_page()


def enter(page, selector):
    """Presses Enter on what has the focus."""
    page.focus(selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def fill(page, values):
    for name, text in values.items():
        field = page.locator(f"main [name='{name}']")
        if field.evaluate("e => e.localName") == "select":
            field.select_option(text)
        else:
            field.fill(text)


def lodge(page, failures, sender, addressee, line):
    """The counter: one form, one key; its number comes back."""
    page.goto("/counter")
    fill(page, {
        "addressee.country": "PL", "product": "packet-tracked", "grossWeight": "850", "senderKind": "private",
        "contents.nature": "gift", "sender.country": "GB"}
        | {f"sender.{name}": text for name, text in sender.items()}
        | {f"addressee.{name}": text for name, text in addressee.items()}
        | {f"contents.lines.0.{name}": text for name, text in line.items()})
    enter(page, "main .actions button[value=lodge]")
    failures.check("/counter/lodged/" in page.url, f"the counter lodges without scripts: {page.url}")
    return page.url.split("/")[-1]


def look_up(page, failures, number):
    """Search, the item, amending, printing again, cancelling."""
    page.goto("/")
    page.fill("#scan", number)
    enter(page, "#scan")
    failures.check(page.url.endswith(f"/items/{number}"), "a typed number opens its item without scripts")
    failures.check(page.locator("[data-live] a").is_visible(), "a page that follows can be loaded by hand")
    failures.check(not page.locator("[data-live-pause]").is_visible(), "what needs scripts is not there without")
    page.goto(f"/items/{number}/amend")
    fill(page, {"grossWeight": "860"})
    enter(page, "main .actions button[value=lodge]")
    failures.check("done=item_amended" in page.url, f"an item is amended without scripts: {page.url}")
    # Looking at a label issues it; what is on paper after that is a copy.
    page.context.request.get(f"/items/{number}/documents/label.pdf")
    answer = page.context.request.post(
        f"/items/{number}/documents/label.pdf/reprint",
        form={"csrf": page.locator("input[name=csrf]").first.get_attribute("value")})
    failures.check(answer.body().startswith(b"%PDF"), "a label is printed again")
    page.goto(f"/items/{number}")
    failures.check(page.get_by_text("Copy 1", exact=False).count() >= 1, "the item says that there is a copy")
    slip = page.context.request.get(f"/items/{number}/reprints/1")
    failures.check(slip.body().startswith(b"%PDF"), "the copy has its cover slip")
    page.goto(f"/items/{number}/cancel")
    page.fill("[name=reason]", "sold elsewhere")
    enter(page, "main button.danger")
    failures.check(page.locator(".state.cancelled").count() >= 1, "an item is cancelled without scripts")
    page.goto("/items")
    page.select_option("[name=state]", "cancelled")
    enter(page, "main form.row button")
    failures.check(page.get_by_text(number[:2]).count() >= 1, "the search finds it by its state")


def upload(page, failures, batch):
    """A file with a row to put right; the numbers of its two items come back."""
    page.goto("/upload")
    page.set_input_files("#file", {"name": "items.csv", "mimeType": "text/csv", "buffer": batch.encode()})
    enter(page, "main form button")
    page.fill("main fieldset input", "Knitted cotton jumper")
    enter(page, "main section form p button")
    enter(page, "main .row form button")
    failures.check(page.locator("tbody tr").count() == 2, "a file is put right and lodged without scripts")
    return [link.get_attribute("href").split("/")[-1] for link in page.locator("tbody a").all()]


def develop(page, failures):
    """A key, what it asked, a webhook, an authenticator, a colleague; their addresses come back."""
    page.goto("/developers/keys")
    fill(page, {"name": "shop", "role": "shipper"})
    enter(page, "main section button")
    key = page.locator("code.secret").inner_text().strip()
    failures.check(key.startswith("ph_test_"), "a key is made and shown without scripts")
    bearer = {"Authorization": "Bearer " + key}
    asked = page.context.request
    asked.get("/v1/items", headers=bearer)
    refused = asked.post("/v1/items", headers=bearer, data={"product": "pigeon"})
    request = refused.headers["x-request-id"]
    page.goto("/developers/requests")
    page.select_option("[name=outcome]", "refused")
    enter(page, "main form.row button")
    failures.check(page.locator("tbody tr").count() == 1, "the log shows the one request that was refused")
    page.goto("/developers/webhooks")
    page.fill("[name=url]", "https://shop.example/hook")
    enter(page, "main section button")
    hook = page.locator("main tbody th a").first.get_attribute("href")
    failures.check(bool(re.fullmatch(r"/developers/webhooks/\w+", hook)), f"a webhook has its page: {hook}")
    page.goto(hook)
    enter(page, "main form button")
    failures.check(page.url.endswith(hook), "a test message is sent without scripts")
    page.goto("/account")
    enter(page, "main form[action='/account/code'] button")
    failures.check(page.locator("img.qr").count() == 1, "an authenticator is enrolled without scripts")
    page.goto("/staff")
    page.fill("[name=name]", "ben.owl")
    page.fill("[name=displayName]", "Ben Owl")
    page.select_option("[name=role]", "clerk")
    enter(page, "main section button")
    failures.check(page.get_by_text("Ben Owl").count() >= 1, "an account is made without scripts")
    return hook, request
