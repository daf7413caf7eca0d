/* The keying desk: F2 goes to the service code, and the page knows how many files are chosen. */
(() => {
  "use strict";

  document.addEventListener("keydown", (event) => {
    if (event.key !== "F2") return;
    const code = document.querySelector("[data-keying] #id_code_1");
    if (!code) return;
    event.preventDefault();
    code.focus();
  });

  document.addEventListener("change", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== "file") return;
    const count = input.form?.querySelector("[data-files-chosen]");
    if (count) count.value = String(input.files.length);
  });
})();
