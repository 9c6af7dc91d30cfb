/**
 * A select menu of a message (https://discord.com/developers/docs/components/reference#string-select), in the manner of the ARIA
 * select-only combobox: Enter, space and arrows open it, arrows move, Enter takes, Escape closes. What is chosen is told by an event
 * "choose", whose detail is {id, value, byKey}.
 */
import { element } from "./element.js";

let menus = 0;

export function menu(component) {
  menus += 1;
  const id = `menu${menus}`;
  const list = element("ul", { id, class: "options", role: "listbox", "aria-label": component.placeholder, hidden: true }, ...component.options.map((option, i) => row(option, `${id}-${i}`)));
  const box = element(
    "button",
    { type: "button", class: "select", role: "combobox", "aria-label": component.placeholder, "aria-haspopup": "listbox", "aria-expanded": "false", "aria-controls": id, disabled: Boolean(component.disabled) },
    component.placeholder,
  );
  const whole = element("div", { class: "menu" }, box, list);
  let active = -1;

  const activate = (index) => {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = index;
    const chosen = list.children[active];
    if (chosen) {
      chosen.setAttribute("aria-selected", "true");
      chosen.scrollIntoView({ block: "nearest" });
      box.setAttribute("aria-activedescendant", chosen.id);
    } else {
      box.removeAttribute("aria-activedescendant");
    }
  };
  const open = (wanted) => {
    list.hidden = !wanted;
    box.setAttribute("aria-expanded", String(wanted));
    if (wanted) {
      list.scrollIntoView({ block: "nearest" });
    }
    activate(wanted ? 0 : -1);
  };
  const take = (index, byKey) => {
    open(false);
    whole.dispatchEvent(new CustomEvent("choose", { bubbles: true, detail: { id: component.custom_id, value: component.options[index].value, byKey } }));
  };
  const keys = {
    ArrowDown: () => activate((active + 1) % component.options.length),
    ArrowUp: () => activate(active <= 0 ? component.options.length - 1 : active - 1),
    Home: () => activate(0),
    End: () => activate(component.options.length - 1),
    Escape: () => open(false),
    Enter: () => take(active, true),
    " ": () => take(active, true),
  };

  box.addEventListener("click", () => open(list.hidden));
  box.addEventListener("blur", () => open(false));
  box.addEventListener("keydown", (event) => {
    const opens = list.hidden && ["ArrowDown", "ArrowUp"].includes(event.key);
    if (opens || (!list.hidden && keys[event.key])) {
      event.preventDefault();
      (opens ? () => open(true) : keys[event.key])();
    }
  });
  // The box keeps the focus, so that leaving it closes the list.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const chosen = event.target.closest("[role=option]");
    if (chosen) {
      take([...list.children].indexOf(chosen), false);
    }
  });
  return whole;
}

function row(option, id) {
  return element(
    "li",
    { id, role: "option", "aria-selected": "false" },
    element("span", { class: "label" }, option.label),
    ...(option.description ? [element("span", { class: "detail" }, option.description)] : []),
  );
}
