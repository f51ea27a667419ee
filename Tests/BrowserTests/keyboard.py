"""Every page by keyboard alone: each stop once and in order, seen, never covered, and a way out."""

# What Tab stops at, in the order of the document, each with its number. Of radio buttons one group is one stop.
STOPS = """() => {
  const groups = new Set();
  const stops = [...document.querySelectorAll(
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
    .filter(e => {
      if (e.disabled || e.tabIndex < 0 || !e.getClientRects().length) return false;
      if (getComputedStyle(e).visibility === 'hidden' || e.closest('[hidden]')) return false;
      const shut = e.closest('details:not([open])');
      if (shut && !(e.localName === 'summary' && e.parentElement === shut)) return false;
      if (e.type !== 'radio') return true;
      const group = [...document.getElementsByName(e.name)];
      const checked = group.find(o => o.checked);
      if (checked ? checked !== e : groups.has(e.name)) return false;
      groups.add(e.name);
      return true;
    });
  stops.forEach((e, number) => { e.dataset.stop = number; });
  return stops.length;
}"""

# The stop that has the focus: whether its ring is drawn, and whether something lies over it.
HELD = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 20), 1), innerWidth - 1);
  const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 12), 1), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  return {
    stop: Number(e.dataset.stop ?? -1), what: e.outerHTML.slice(0, 120),
    seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: !(top && (e.contains(top) || top.contains(e) || top.closest('label')?.contains(e))),
    wide: document.documentElement.scrollWidth <= innerWidth,
  };
}"""


def walk(page, name, failures):
    """Goes through a whole page with Tab, and back with Shift+Tab from its end."""
    page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0); }")
    count = page.evaluate(STOPS)
    order = []
    # A date has a stop for each of its parts, so there may be more presses than stops.
    for _ in range(count + 12):
        page.keyboard.press("Tab")
        held = page.evaluate(HELD)
        if held is None:
            break
        if order and held["stop"] == order[-1]:
            continue
        if held["stop"] == 0 and order:
            break
        order.append(held["stop"])
        failures.check(held["seen"], f"{name}: no focus is drawn on {held['what']}")
        failures.check(held["inside"], f"{name}: off the screen: {held['what']}")
        failures.check(not held["covered"], f"{name}: something lies over {held['what']}")
    failures.check(order == list(range(count)), f"{name}: Tab goes {order} through {count} stops")
    page.keyboard.press("Shift+Tab")
    last = page.evaluate(HELD)
    page.keyboard.press("Shift+Tab")
    before = page.evaluate(HELD)
    failures.check(
        count < 3 or not last or not before or before["stop"] < last["stop"], f"{name}: Shift+Tab is held")


def skip(page, name, failures):
    """The first stop leads past the menu, and the next one is inside of what it leads to."""
    page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0); }")
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.getAttribute('href')")
    failures.check(first == "#main", f"{name}: the first stop is {first}")
    page.keyboard.press("Enter")
    failures.check(
        page.evaluate("document.activeElement.id") == "main", f"{name}: the skip link leads nowhere")
    page.keyboard.press("Tab")
    inside = page.evaluate(
        "document.querySelector('main').contains(document.activeElement)"
        " || !document.querySelector('main').querySelector('a[href], button, input, select, [tabindex=\"0\"]')")
    failures.check(inside, f"{name}: after the skip link Tab is not in the page's own part")
