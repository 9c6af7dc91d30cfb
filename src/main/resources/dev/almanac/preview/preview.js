/** Puts the page together. */
import * as api from "./api.js";
import { Chat } from "./chat.js";
import { Composer } from "./composer.js";
import { element } from "./element.js";

const THEME = "theme";

/** What the browser remembers; nothing where it may not. */
function remembered(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Then the next page begins as the system prefers.
  }
}

function switchTheme() {
  const root = document.documentElement;
  const chosen = remembered(THEME);
  if (chosen === "dark" || chosen === "light") {
    root.dataset.theme = chosen;
  }
  const button = document.getElementById("theme");
  const preferred = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ?? (preferred.matches ? "dark" : "light")) === "dark";
  const name = () => (button.textContent = isDark() ? "Light theme" : "Dark theme");
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    remember(THEME, root.dataset.theme);
    name();
  });
  preferred.addEventListener("change", name);
  name();
}

function commandList(commands, choose) {
  return commands.map((command) => {
    const button = element("button", { type: "button" }, element("strong", {}, `/${command.name}`), element("span", {}, command.description), ...(command.forManagers ? [element("span", { class: "managers" }, "For whoever manages the server")] : []));
    button.addEventListener("click", () => choose(command));
    return element("li", {}, button);
  });
}

function welcome(channel, about, commands, run) {
  // One of each: what has subcommands is tried by its first.
  const first = commands.filter((command, place) => command.name.split(" ")[0] !== commands[place - 1]?.name.split(" ")[0]);
  const examples = first.map((command) => {
    const button = element("button", { type: "button", class: "button secondary" }, command.example);
    button.addEventListener("click", (event) => {
      run(command.example);
      // Whoever pressed it by key stays, and can press the next one.
      if (event.detail > 0) {
        document.getElementById("text").focus({ preventScroll: true });
      }
    });
    return button;
  });
  return element(
    "div",
    { class: "welcome" },
    element("h2", {}, `Welcome to #${channel.name}`),
    element("p", {}, element("strong", {}, `${about.heading}.`), ` ${about.description}`),
    element("p", {}, "Here you see Almanac as your members will on Discord: every message is the very one that Discord would get. Press an example, type / and choose a command, or just write what you want to know."),
    element("div", { class: "row" }, ...examples),
  );
}

async function begin() {
  const { guild, about, commands, news } = await api.start();
  const channel = guild.channels.find((one) => one.id === guild.channel);
  document.querySelector(".guild").textContent = guild.name;
  document.querySelector("h1").textContent = channel.name;
  let composer = null;
  let known = commands;
  const chat = new Chat(guild, (name) => composer.choose(known.find((command) => command.name === name || command.name.startsWith(`${name} `))));
  composer = new Composer(commands, guild, (command, options) => chat.ask(command, options), (line, command) => chat.say(line, command));
  const draw = () => document.getElementById("commands").replaceChildren(...commandList(known, (command) => composer.choose(command)));
  draw();
  chat.show(welcome(channel, about, commands, (line) => composer.run(line)));
  document.getElementById("text").focus();
  const today = commands.find((command) => command.name === "onthisday");
  if (today) {
    await chat.ask(today, {});
    document.getElementById("log").scrollTop = 0;
  }
  chat.watch(news, async () => {
    const renewed = await api.start();
    known = renewed.commands;
    composer.renew(known);
    draw();
    document.querySelector(".welcome").replaceWith(welcome(channel, renewed.about, known, (line) => composer.run(line)));
  });
}

switchTheme();
begin().catch((failure) => document.getElementById("log").append(element("p", { role: "alert" }, failure.message)));
