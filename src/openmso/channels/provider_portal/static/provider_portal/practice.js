/* Tells the page how many files are chosen, so that the meter can count them before they are sent;
   and shows the urgent part only when it is needed. Without this file everything is simply shown. */
(() => {
  "use strict";

  const form = document.querySelector(".request-form");
  if (!form) return;
  const files = form.querySelector("input[type=file]");
  const count = form.querySelector("[name=files_chosen]");
  const urgent = form.querySelector(".only-urgent");

  const tell = () => {
    const kept = form.querySelectorAll("[name=kept]:checked").length;
    count.value = String(files.files.length + kept);
    urgent.hidden = form.querySelector("[name=urgency]:checked")?.value !== "urgent";
  };

  form.addEventListener("change", tell, true);
  tell();
})();
