// A scan anywhere opens the right thing. Pages work without this file.
"use strict";
(() => {
  // What counts is the pattern and the check digit, never how fast the keys came.
  const PAUSE = 1500;
  const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];
  const DRAFT = /(?:^|\/)([2-9A-HJKMNP-Z]{4}-?[2-9A-HJKMNP-Z]{4})$/;

  function isS10(code) {
    if (!/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(code)) return false;
    const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(code[2 + place]), 0);
    const digit = 11 - (sum % 11);
    return Number(code[10]) === (digit === 10 ? 0 : digit === 11 ? 5 : digit);
  }

  function known(text) {
    const code = text.trim().toUpperCase();
    const joined = code.replace(/[ -]/g, "");
    if (isS10(joined) || /^PH[0-9A-HJKMNP-TV-Z]{10}$/.test(joined)) return joined;
    const draft = code.match(DRAFT);
    return draft ? draft[1].replace("-", "") : null;
  }

  const field = document.getElementById("scan");
  let buffer = "";
  let timer = 0;

  function isText(element) {
    return element instanceof HTMLElement
      && (element.isContentEditable || element.matches("input:not([type=radio]):not([type=checkbox]):not([type=submit]), textarea, select"));
  }

  if (field) {
    document.addEventListener("keydown", (event) => {
      // A field that has the focus keeps its keys; so do shortcuts.
      if (isText(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Enter") {
        const code = known(buffer);
        buffer = "";
        if (!code) return;
        event.preventDefault();
        field.value = code;
        field.form.submit();
        return;
      }
      if (event.key.length !== 1) return;
      clearTimeout(timer);
      buffer += event.key;
      timer = setTimeout(() => { buffer = ""; }, PAUSE);
    });
  }

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-print]") : null;
    if (button) window.print();
  });
  for (const hidden of document.querySelectorAll("[data-needs-script]")) hidden.hidden = false;

  const probe = document.getElementById("probe");
  const arrived = document.getElementById("arrived");
  if (probe && arrived) {
    probe.addEventListener("keydown", (event) => {
      if (event.key === "Shift" || event.key === "Tab") return;
      const line = document.createElement("li");
      line.textContent = event.key === " " ? "␠" : event.key;
      arrived.append(line);
    });
  }

  // What is asked of an item hangs on where it goes: the labels of a fresh page replace ours, and
  // nothing that somebody is typing.
  let looks = 0;
  async function look(form) {
    const mine = ++looks;
    const body = new URLSearchParams(new FormData(form));
    body.set("do", "look");
    const answer = await fetch(form.action, { method: "POST", body });
    if (!answer.ok || mine !== looks) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("form[data-look]");
    if (!fresh || mine !== looks) return;
    for (const label of form.querySelectorAll("label[for]")) {
      const other = fresh.querySelector(`label[for="${label.htmlFor}"]`);
      if (other && other.innerHTML !== label.innerHTML) label.innerHTML = other.innerHTML;
    }
    const folds = fresh.querySelectorAll("details");
    form.querySelectorAll("details").forEach((fold, place) => { if (folds[place]?.open) fold.open = true; });
  }
  for (const form of document.querySelectorAll("form[data-look]")) {
    form.addEventListener("change", (event) => {
      if (event.target instanceof Element && event.target.matches("[data-decides]")) look(form).catch(() => {});
    });
  }

  // The keyboard starts at what is wrong.
  document.querySelector("[data-focus]")?.focus();
})();
