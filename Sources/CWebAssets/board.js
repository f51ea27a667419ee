// The lane board: clocks that run, and arrow keys from cell to cell. The board works without this file.
"use strict";
(() => {
  const pad = (number) => String(number).padStart(2, "0");

  function span(milliseconds, day) {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const days = Math.floor(seconds / 86400), hours = Math.floor(seconds / 3600) % 24;
    const rest = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
    return days > 0 ? `${days} ${day} ${pad(hours)}:${rest}` : `${hours}:${rest}`;
  }

  // The office's clock counts, not the one of this machine: what passed since the page came is added.
  function tick() {
    const wall = document.querySelector("[data-clock=wall]");
    if (!wall) return;
    const now = Number(wall.dataset.moment) + Date.now() - (wall.shownAt ??= Date.now());
    for (const clock of document.querySelectorAll("[data-clock]")) {
      const moment = Number(clock.dataset.moment);
      if (clock.dataset.clock === "since") clock.textContent = span(now - moment, clock.dataset.day);
      if (clock.dataset.clock === "until") clock.textContent = span(moment - now, clock.dataset.day);
      if (clock.dataset.clock === "wall") {
        const time = new Date(now + Number(clock.dataset.offset));
        clock.textContent = `${pad(time.getUTCHours())}:${pad(time.getUTCMinutes())}:${pad(time.getUTCSeconds())}`;
      }
    }
  }
  tick();
  setInterval(tick, 1000);

  const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  document.querySelector("[data-matrix]")?.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    const cell = event.target instanceof Element ? event.target.closest("td") : null;
    if (!step || !cell || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const row = cell.parentElement;
    const rows = [...row.parentElement.children];
    const next = rows[rows.indexOf(row) + step[0]]?.children[cell.cellIndex + step[1]];
    const link = next?.querySelector("a");
    if (!link) return;
    event.preventDefault();
    link.focus();
  });
})();
