/* What every page may use: focus on mistakes and results, closing open details, printing, and the
   arrow keys where a page goes on to a previous and a next one. */
(() => {
  "use strict";

  const focusOutcome = (root) => {
    const outcome = root.querySelector("[data-error-summary], [data-result]");
    if (outcome) outcome.focus();
  };

  const closeOthers = (target) => {
    for (const open of document.querySelectorAll("details[data-closes-outside][open]")) {
      if (!open.contains(target)) open.open = false;
    }
  };

  document.addEventListener("click", (event) => {
    closeOthers(event.target);
    if (event.target.closest("[data-print]")) window.print();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = document.activeElement?.closest("details[data-closes-outside][open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });

  const STEPS = { ArrowLeft: "previous", ArrowRight: "next" };

  document.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.target !== document.body && !event.target.closest("[data-step]")) return;
    const link = document.querySelector(`[data-step="${step}"]`);
    if (!link) return;
    event.preventDefault();
    link.click();
  });

  const showButtons = (root) => {
    for (const button of root.querySelectorAll("[data-print][hidden]")) button.hidden = false;
  };

  document.addEventListener("DOMContentLoaded", () => {
    focusOutcome(document);
    showButtons(document);
  });
  document.addEventListener("htmx:after:swap", (event) => {
    const root = event.target instanceof Element ? event.target : document;
    focusOutcome(root);
    showButtons(root);
  });
})();
