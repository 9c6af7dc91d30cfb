/**
 * A select menu of a message (https://discord.com/developers/docs/components/reference#string-select), in the manner of the ARIA
 * select-only combobox: Enter, space and arrows open it, arrows move, Enter takes, Escape closes. Where several may be chosen, Enter
 * and space tick, and closing takes what is ticked; Escape takes nothing. What is chosen is told by an event "choose", whose detail is
 * {id, values, byKey}.
 */
import { element } from "./element.js";

let menus = 0;

export function menu(component) {
  menus += 1;
  const id = `menu${menus}`;
  const several = (component.max_values ?? 1) > 1;
  const chosen = component.options.map((option) => Boolean(option.default));
  const list = element(
    "ul",
    { id, class: several ? "options several" : "options", role: "listbox", "aria-label": component.placeholder, "aria-multiselectable": String(several), hidden: true },
    ...component.options.map((option, i) => row(option, `${id}-${i}`)),
  );
  const box = element("button", {
    type: "button",
    class: "select",
    role: "combobox",
    "aria-label": component.placeholder,
    "aria-haspopup": "listbox",
    "aria-expanded": "false",
    "aria-controls": id,
    disabled: Boolean(component.disabled),
  });
  const whole = element("div", { class: "menu" }, box, list);
  let active = -1;
  let ticked = [];

  const values = (of) => component.options.filter((option, i) => of[i]).map((option) => option.value);
  const show = () => {
    const labels = component.options.filter((option, i) => (several && !list.hidden ? ticked : chosen)[i]).map((option) => option.label);
    box.textContent = labels.length > 0 ? labels.join(", ") : component.placeholder;
    [...list.children].forEach((item, i) => {
      item.setAttribute("aria-selected", String(several && !list.hidden ? ticked[i] : chosen[i]));
      item.classList.toggle("active", i === active);
    });
  };
  const activate = (index) => {
    active = index;
    const item = list.children[active];
    if (item) {
      item.scrollIntoView({ block: "nearest" });
      box.setAttribute("aria-activedescendant", item.id);
    } else {
      box.removeAttribute("aria-activedescendant");
    }
    show();
  };
  const open = (wanted) => {
    list.hidden = !wanted;
    box.setAttribute("aria-expanded", String(wanted));
    ticked = [...chosen];
    if (wanted) {
      list.scrollIntoView({ block: "nearest" });
    }
    activate(wanted ? Math.max(0, several ? 0 : chosen.indexOf(true)) : -1);
  };
  const tell = (taken, byKey) =>
    whole.dispatchEvent(new CustomEvent("choose", { bubbles: true, detail: { id: component.custom_id, values: taken, byKey } }));
  const take = (index, byKey) => {
    if (several) {
      ticked[index] = !ticked[index];
      activate(index);
      return;
    }
    open(false);
    tell([component.options[index].value], byKey);
  };
  /** With what is ticked, where that is enough and something else than before. */
  const close = (byKey) => {
    const taken = values(ticked);
    const changed = several && !list.hidden && taken.length >= (component.min_values ?? 1) && taken.join() !== values(chosen).join();
    open(false);
    if (changed) {
      tell(taken, byKey);
    }
  };
  const keys = {
    ArrowDown: () => activate((active + 1) % component.options.length),
    ArrowUp: () => activate(active <= 0 ? component.options.length - 1 : active - 1),
    Home: () => activate(0),
    End: () => activate(component.options.length - 1),
    Escape: () => open(false),
    Tab: () => close(true),
    Enter: () => take(active, true),
    " ": () => take(active, true),
  };

  box.addEventListener("click", () => (list.hidden ? open(true) : close(false)));
  box.addEventListener("blur", () => close(false));
  box.addEventListener("keydown", (event) => {
    const opens = list.hidden && ["ArrowDown", "ArrowUp"].includes(event.key);
    if (opens || (!list.hidden && keys[event.key])) {
      if (event.key !== "Tab") {
        event.preventDefault();
      }
      (opens ? () => open(true) : keys[event.key])();
    }
  });
  // The box keeps the focus, so that leaving it closes the list.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) {
      take([...list.children].indexOf(item), false);
    }
  });
  show();
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
