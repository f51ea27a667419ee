// A page that follows what it shows. Without this file it shows the same, and is loaded by hand.
"use strict";
(() => {
  const bar = document.querySelector("[data-live]");
  if (!bar || !("EventSource" in window)) return;
  const address = new URL(bar.dataset.live, location.href);
  const marks = ["on", "late", "off"].map((name) => bar.querySelector(`[data-live-${name}]`));
  const pause = bar.querySelector("[data-live-pause]");
  const said = bar.querySelector("[data-live-say]");
  // Waiting times in milliseconds: after news, before the page is late, between tries.
  const SETTLE = Number(bar.dataset.settle) || 300, LATE = 5000, FIRST = 5000, LONGEST = 300000, QUIET = 10000;
  const KEPT = "posthorn-live-paused";
  const shown = new Map();
  let source = null, retry = FIRST, waiting = 0, late = 0, spokenAt = 0;
  let isLoading = false, isStale = false, isOver = false;
  let isPaused = sessionStorage.getItem(KEPT) === "yes";

  function mark(name) {
    clearTimeout(late);
    for (const element of marks) element.hidden = !element.hasAttribute(`data-live-${name}`);
  }

  // What a page is about is always said; that a list grew, not more often than one can listen.
  function say(text, isAlways) {
    const now = Date.now();
    if (!text || (!isAlways && now - spokenAt < QUIET)) return;
    spokenAt = now;
    said.textContent = text;
  }

  // Where the keyboard is, so that it is there again when the part around it is made anew.
  function place(element) {
    if (element.id) return `[id="${CSS.escape(element.id)}"]`;
    const href = element.getAttribute("href");
    if (href) return `a[href="${CSS.escape(href)}"]`;
    const action = element.closest("form")?.getAttribute("action");
    return action ? `form[action="${CSS.escape(action)}"] ${element.localName}` : null;
  }

  function isInUse(part) {
    const selection = getSelection();
    if (selection && !selection.isCollapsed && part.contains(selection.anchorNode)) return true;
    return document.activeElement?.matches("input:not([type=hidden]), select, textarea")
      && part.contains(document.activeElement);
  }

  function swap(part, fresh) {
    const text = fresh.innerHTML;
    if (shown.get(part.id) === text) return 0;
    const isFirst = !shown.has(part.id) && part.innerHTML === text;
    shown.set(part.id, text);
    if (isFirst) return 0;
    const held = part.contains(document.activeElement) ? place(document.activeElement) : null;
    const known = new Set([...part.querySelectorAll("[data-key]")].map((row) => row.dataset.key));
    const left = [...part.querySelectorAll(".scroll")].map((region) => region.scrollLeft);
    const isOpen = [...part.querySelectorAll("details")].map((details) => details.open);
    part.replaceChildren(...document.importNode(fresh, true).childNodes);
    if (fresh.dateTime) part.dateTime = fresh.dateTime;
    part.querySelectorAll(".scroll").forEach((region, index) => { region.scrollLeft = left[index] || 0; });
    part.querySelectorAll("details").forEach((details, index) => { details.open = isOpen[index] || false; });
    for (const hidden of part.querySelectorAll("[data-needs-script]")) hidden.hidden = false;
    const rows = [...part.querySelectorAll("[data-key]")].filter((row) => !known.has(row.dataset.key));
    for (const row of rows) row.classList.add("fresh");
    if (held) part.querySelector(held)?.focus({ preventScroll: true });
    return rows.length;
  }

  async function load() {
    if (isLoading) { isStale = true; return; }
    isLoading = true;
    isStale = false;
    try {
      const parts = [...document.querySelectorAll("[data-live-part]")];
      if (parts.some(isInUse)) { isStale = true; return; }
      const answer = await fetch(location.href, {
        headers: { "Posthorn-Live": "1" }, credentials: "same-origin", redirect: "manual", cache: "no-store",
      });
      if (!answer.ok) { if (answer.status !== 503) end(); return; }
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      let count = 0;
      for (const part of parts) {
        const next = fresh.getElementById(part.id);
        if (next) count += swap(part, next);
      }
      const words = fresh.querySelector("[data-live-words]")?.textContent;
      const before = document.querySelector("[data-live-words]");
      if (before && words && words !== before.textContent) {
        before.textContent = words;
        say(words, true);
      } else if (count > 0) {
        say(bar.dataset.new.replace("{count}", count));
      }
    } catch {
      isStale = true;
    } finally {
      isLoading = false;
      if (isStale && !isOver && !isPaused) soon(2000);
    }
  }

  // A little apart, so that a hundred pages do not ask in the same instant.
  function soon(wait) {
    clearTimeout(waiting);
    waiting = setTimeout(load, wait + Math.random() * wait);
  }

  function end() {
    isOver = true;
    close();
    mark("off");
    pause.hidden = true;
  }

  function close() {
    source?.close();
    source = null;
  }

  function open() {
    if (source || isOver || isPaused || document.hidden) return;
    source = new EventSource(address);
    source.addEventListener("open", () => { retry = FIRST; mark("on"); });
    source.addEventListener("changed", (event) => {
      address.searchParams.set("after", event.lastEventId || event.data);
      soon(SETTLE);
    });
    source.addEventListener("over", end);
    source.addEventListener("error", () => {
      clearTimeout(late);
      late = setTimeout(() => mark("late"), LATE);
      // A stream that broke comes back by itself; one that was refused is asked for again, ever later.
      if (source?.readyState !== EventSource.CLOSED) return;
      close();
      setTimeout(open, retry * (0.5 + Math.random()));
      retry = Math.min(2 * retry, LONGEST);
    });
  }

  function show() {
    pause.setAttribute("aria-pressed", String(isPaused));
    if (isPaused) { close(); mark("off"); } else { open(); }
  }

  pause.hidden = false;
  pause.addEventListener("click", () => {
    isPaused = !isPaused;
    sessionStorage.setItem(KEPT, isPaused ? "yes" : "no");
    show();
  });
  // A page that nobody looks at holds no connection.
  document.addEventListener("visibilitychange", () => { if (document.hidden) close(); else open(); });
  addEventListener("pagehide", close);
  addEventListener("pageshow", (event) => { if (event.persisted) open(); });
  show();
})();
