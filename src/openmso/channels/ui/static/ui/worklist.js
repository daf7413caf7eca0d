/* Moving through a worklist by keys: J and K, Enter, one letter an act, "?" for help.
   The letters can be switched off; the choice stays in this browser. */
(() => {
  "use strict";

  const OFF = "letter-keys-off";
  const isOff = () => localStorage.getItem(OFF) === "1";
  const list = () => document.querySelector("[data-worklist]");
  const rows = () => [...document.querySelectorAll("[data-worklist] [data-row]")];
  const here = () => document.querySelector("[data-worklist] [data-row][data-here]");

  const mark = (row) => {
    here()?.removeAttribute("data-here");
    row?.setAttribute("data-here", "");
  };

  const go = (step) => {
    const all = rows();
    if (!all.length) return;
    const at = all.indexOf(here());
    const next = all[Math.max(0, Math.min(all.length - 1, at + step))];
    mark(next);
    next.querySelector("[data-row-link]").focus();
  };

  const typing = (target) =>
    target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], dialog");

  document.addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-worklist] [data-row]");
    if (row) mark(row);
  });

  document.addEventListener("keydown", (event) => {
    if (!list() || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const key = event.key.toLowerCase();
    if (event.key === "?") {
      const keys = document.querySelector("[data-keys]");
      if (!keys || isOff()) return;
      keys.open = !keys.open;
      keys.querySelector("summary").focus();
      event.preventDefault();
      return;
    }
    const inList = event.target === document.body || event.target.closest("[data-worklist], main");
    if (!inList) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!event.target.closest("[data-row]")) return;
      go(event.key === "ArrowDown" ? 1 : -1);
      event.preventDefault();
      return;
    }
    if (isOff()) return;
    if (key === "j" || key === "k") {
      go(key === "j" ? 1 : -1);
      event.preventDefault();
    } else if (event.key === "Enter" && event.target === document.body) {
      here()?.querySelector("[data-row-link]").click();
    } else if (/^[a-z]$/.test(key)) {
      const act = here()?.querySelector(`[data-key="${key}"]`);
      if (act) {
        act.click();
        event.preventDefault();
      }
    }
  });

  document.addEventListener("DOMContentLoaded", () => {
    const box = document.querySelector("[data-keys-switch]");
    if (!box) return;
    box.checked = !isOff();
    box.addEventListener("change", () => localStorage.setItem(OFF, box.checked ? "0" : "1"));
  });
})();
