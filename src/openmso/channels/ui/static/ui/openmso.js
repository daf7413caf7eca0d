/* What every page may use: focus on mistakes and results, closing open details, printing. */
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
