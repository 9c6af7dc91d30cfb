/**
 * The list above the message box that one of its inputs is served with at a time, in the manner of the ARIA combobox:
 * arrows move, Enter and Tab take, Escape closes.
 */
import { element } from "./element.js";

export class Listbox {
  #list = document.getElementById("offers");
  #status = document.getElementById("status");
  #input = null;
  #served = null;
  #offers = [];
  #active = -1;
  #turn = 0;

  constructor() {
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => {
      const row = event.target.closest("[role=option]");
      if (row) {
        this.#take(this.#offers[Number(row.dataset.index)]);
      }
    });
  }

  /**
   * Serves an input.
   * @param offers from what is typed, a list (or a promise of one) of {label, detail, value}
   * @param take is called with the offer taken
   */
  serve(input, offers, take) {
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": "offers", "aria-expanded": "false" })) {
      input.setAttribute(name, value);
    }
    const served = { offers, take };
    input.addEventListener("focus", () => this.open(input, served));
    input.addEventListener("input", () => this.open(input, served));
    input.addEventListener("blur", () => this.close());
    input.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Shows what is offered for an input; what comes late is forgotten. */
  async open(input, served) {
    this.#turn += 1;
    const turn = this.#turn;
    const offers = await Promise.resolve(served.offers(input.value)).catch(() => []);
    if (turn !== this.#turn || document.activeElement !== input) {
      return;
    }
    this.#input = input;
    this.#served = served;
    this.#offers = offers;
    this.#list.replaceChildren(...offers.map((offer, i) => this.#row(offer, i)));
    this.#list.hidden = offers.length === 0;
    this.#list.scrollTop = 0;
    input.setAttribute("aria-expanded", String(offers.length > 0));
    this.#activate(offers.length > 0 && input.value.trim() !== "" ? 0 : -1);
    if (offers.length > 0) {
      this.#status.textContent = `${offers.length} ${offers.length === 1 ? "suggestion" : "suggestions"}`;
    }
  }

  close() {
    this.#turn += 1;
    this.#list.hidden = true;
    this.#offers = [];
    this.#activate(-1);
    this.#input?.setAttribute("aria-expanded", "false");
  }

  #row(offer, index) {
    return element(
      "li",
      { role: "option", id: `offer${index}`, "data-index": index, "aria-selected": "false" },
      element("span", { class: "label" }, offer.label),
      ...(offer.detail ? [element("span", { class: "detail" }, offer.detail)] : []),
    );
  }

  #activate(index) {
    this.#list.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
    this.#active = index;
    const row = this.#list.children[index];
    if (row) {
      row.setAttribute("aria-selected", "true");
      row.scrollIntoView({ block: "nearest" });
      this.#input.setAttribute("aria-activedescendant", row.id);
    } else {
      this.#input?.removeAttribute("aria-activedescendant");
    }
  }

  #key(event) {
    const { length } = this.#offers;
    if (length === 0 || event.isComposing) {
      return;
    }
    if (event.key === "ArrowDown") {
      this.#activate((this.#active + 1) % length);
    } else if (event.key === "ArrowUp") {
      this.#activate(this.#active <= 0 ? length - 1 : this.#active - 1);
    } else if (event.key === "Escape") {
      this.close();
    } else if ((event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) && this.#active >= 0) {
      this.#take(this.#offers[this.#active]);
    } else {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  #take(offer) {
    const { take } = this.#served;
    this.close();
    take(offer);
  }
}
