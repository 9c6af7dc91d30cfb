/** Bodies of messages as elements: https://discord.com/developers/docs/components/reference */
import { element } from "./element.js";
import { markdown } from "./markdown.js";
import { menu } from "./menu.js";

const BUTTONS = { 1: "primary", 2: "secondary", 3: "success", 4: "danger" };
const LINK = 5;

const DRAWN = {
  1: (row, context) => element("div", { class: "row" }, ...row.components.map((part) => drawn(part, context))),
  2: button,
  3: menu,
  9: (section, context) =>
    element(
      "div",
      { class: "section" },
      element("div", { class: "texts" }, ...section.components.map((part) => drawn(part, context))),
      drawn(section.accessory, context),
    ),
  10: (display, context) => element("div", { class: "text" }, ...markdown(display.content, context)),
  // The page loads nothing from elsewhere: what the picture shows stands in its place.
  11: (thumbnail) => element("div", { class: "thumbnail" }, thumbnail.description || "A picture"),
  12: (gallery, context) => element("div", { class: "gallery" }, ...gallery.items.map((item) => picture(item, context))),
  14: (separator) =>
    element("div", { class: `separator${separator.spacing === 2 ? " large" : ""}` }, ...(separator.divider === false ? [] : [element("hr")])),
  17: container,
};

function drawn(component, context) {
  const draw = DRAWN[component.type];
  return draw ? draw(component, context) : element("p", { class: "subtext" }, `(The preview can't draw a component of type ${component.type}.)`);
}

function button(component) {
  const label = [component.emoji?.name, component.label].filter(Boolean).join(" ");
  return component.style === LINK
    ? element("a", { class: "button link", href: component.url, target: "_blank", rel: "noopener noreferrer" }, label)
    : element("button", { type: "button", class: `button ${BUTTONS[component.style]}`, "data-id": component.custom_id, disabled: Boolean(component.disabled) }, label);
}

/** A file of the message's own stands in the page's data under its name. */
function picture(item, context) {
  const url = item.media.url.replace(/^attachment:\/\/(.*)$/, (_, name) => context.files[name] ?? "");
  return element("img", { src: url, alt: item.description ?? "" });
}

function container(component, context) {
  const made = element("div", { class: "container" }, ...component.components.map((part) => drawn(part, context)));
  if (typeof component.accent_color === "number") {
    made.style.setProperty("--accent", `#${component.accent_color.toString(16).padStart(6, "0")}`);
  }
  return made;
}

/** What stands in a message, with a warning above where Discord would refuse it. */
export function bodyOf(said, guild) {
  const context = { guild, now: said.at, files: said.files ?? {} };
  const content = said.message.content ? markdown(said.message.content, context) : [];
  const components = (said.message.components ?? []).map((component) => drawn(component, context));
  const body = element("div", { class: "body" }, ...content, ...components);
  if (said.problems.length > 0) {
    body.prepend(
      element(
        "div",
        { class: "refused", role: "note" },
        element("strong", {}, "Discord would refuse this message:"),
        element("ul", {}, ...said.problems.map((problem) => element("li", {}, problem))),
      ),
    );
  }
  return body;
}
