// Says loudly what the page says quietly without scripts: that nobody has renewed it in time.
"use strict";
for (const note of document.querySelectorAll("[data-stale]")) {
  note.hidden = Date.now() <= Number(note.dataset.stale);
}
