/* Two minutes before an idle session ends, one question; said once, no countdown.
   Any request keeps the session, in this page or another one of the same browser, and starts the
   wait anew. When time is up the page is left, so that nothing private stays on the screen. */
(() => {
  "use strict";

  document.addEventListener("DOMContentLoaded", () => {
    const dialog = document.querySelector("[data-session-dialog]");
    if (!dialog) return;
    const idle = Number(dialog.dataset.idle) * 1000;
    const warn = Number(dialog.dataset.warn) * 1000;
    let asking = 0;
    let leaving = 0;

    const leave = () => location.assign(dialog.dataset.gone);

    const restart = () => {
      if (dialog.open) dialog.close();
      wait();
    };

    const wait = () => {
      clearTimeout(asking);
      clearTimeout(leaving);
      asking = setTimeout(() => dialog.open || dialog.showModal(), Math.max(0, idle - warn));
      leaving = setTimeout(leave, idle);
    };

    const stay = async () => {
      const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
      const answer = await fetch(dialog.dataset.stay, {
        method: "POST",
        headers: { "X-CSRFToken": token },
        redirect: "manual",
      }).catch(() => null);
      if (!answer?.ok) return leave();
      seen();
      restart();
    };

    const seen = () => localStorage.setItem("seen-at", String(Date.now()));

    dialog.querySelector("[data-session-stay]").addEventListener("click", stay);
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      stay();
    });
    document.addEventListener("htmx:after:request", () => {
      seen();
      wait();
    });
    window.addEventListener("storage", (event) => event.key === "seen-at" && restart());
    seen();
    wait();
  });
})();
