/* A text box with suggestions from the server, after the W3C combobox pattern.
   Typing a code and leaving the box always works; nothing is chosen unless a person chooses it. */
(() => {
  "use strict";

  const WAIT = 200;
  const LEAST = 2;

  const start = (combo) => {
    if (combo.dataset.comboReady || !combo.dataset.comboUrl) return;
    combo.dataset.comboReady = "1";
    const input = combo.querySelector("input");
    const list = combo.querySelector("[role=listbox]");
    const status = combo.querySelector("[data-combo-status]");
    let timer = 0;
    let asked = 0;
    let active = -1;

    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");

    const options = () => [...list.querySelectorAll("[role=option]")];

    const close = () => {
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };

    const point = (index) => {
      const all = options();
      if (!all.length) return;
      active = (index + all.length) % all.length;
      all.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
      input.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    };

    const choose = (option) => {
      input.value = option.dataset.value;
      close();
      input.dispatchEvent(new Event("change", { bubbles: true }));
    };

    const show = (found) => {
      list.replaceChildren(
        ...found.map((one, at) => {
          const option = document.createElement("li");
          option.id = `${list.id}_${at}`;
          option.className = "combo__option";
          option.setAttribute("role", "option");
          option.setAttribute("aria-selected", "false");
          option.dataset.value = one.value;
          const code = document.createElement("strong");
          code.textContent = one.value;
          option.append(code, ` ${one.label}`);
          if (one.note) {
            const note = document.createElement("span");
            note.className = "combo__note";
            note.textContent = one.note;
            option.append(note);
          }
          return option;
        }),
      );
      active = -1;
      list.hidden = !found.length;
      input.setAttribute("aria-expanded", String(found.length > 0));
      input.removeAttribute("aria-activedescendant");
      status.textContent = found.length
        ? `${found.length} ${combo.dataset.comboCount}`
        : combo.dataset.comboNone;
    };

    const ask = async () => {
      const text = input.value.trim();
      if (text.length < LEAST) return close();
      const mine = ++asked;
      const address = new URL(combo.dataset.comboUrl, location.href);
      address.searchParams.set("q", text);
      const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null);
      if (mine !== asked || !answer?.ok || document.activeElement !== input) return;
      const body = await answer.json().catch(() => ({ options: [] }));
      show(body.options);
    };

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) ask();
        else point(event.key === "ArrowDown" ? active + 1 : active < 0 ? -1 : active - 1);
      } else if (event.key === "Enter" && !list.hidden && active >= 0) {
        event.preventDefault();
        choose(options()[active]);
      } else if (event.key === "Escape" && !list.hidden) {
        event.stopPropagation();
        close();
      }
    });
    input.addEventListener("blur", () => setTimeout(close, 150));
    list.addEventListener("mousedown", (event) => {
      const option = event.target.closest("[role=option]");
      if (!option) return;
      event.preventDefault();
      choose(option);
    });
  };

  const startAll = (root) => root.querySelectorAll("[data-combo]").forEach(start);
  document.addEventListener("DOMContentLoaded", () => startAll(document));
  document.addEventListener("htmx:after:swap", () => startAll(document));
})();
