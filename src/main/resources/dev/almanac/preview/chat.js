/** The messages of the channel: asks, shows what is said, presses buttons and takes what is chosen in menus. */
import * as api from "./api.js";
import { element } from "./element.js";
import { bodyOf } from "./message.js";

const AT_THE_END = 40;
const BETWEEN_LOOKS = 2000;

export class Chat {
  #guild;
  #log;
  #typing;
  #status;

  /** @param choose is called with the name of a command whose mention is pressed */
  constructor(guild, choose) {
    this.#guild = guild;
    this.#log = document.getElementById("log");
    this.#typing = document.getElementById("typing");
    this.#status = document.getElementById("status");
    this.#log.addEventListener("click", (event) => {
      const pressed = event.target.closest("button");
      if (pressed?.dataset.id) {
        // A press by the keyboard has no pointer to count the clicks of.
        this.#use(pressed, event.detail === 0, () => api.press(pressed.dataset.id));
      } else if (pressed?.dataset.command) {
        choose(pressed.dataset.command);
      } else if (pressed?.classList.contains("dismiss")) {
        pressed.closest("article").remove();
      }
    });
    this.#log.addEventListener("choose", (event) => {
      const { id, values, byKey } = event.detail;
      this.#use(event.target.querySelector("button"), byKey, () => api.choose(id, values));
    });
  }

  /** Puts something at the end that nobody said. */
  show(node) {
    this.#log.append(node);
  }

  /** Asks a command of the bot. Throws an Error that can be shown when there is no answer. */
  ask(command, options) {
    return this.#answer(command, () => api.ask(command.name, options), () => this.#asked(command, options));
  }

  /** Says a line, which names this command or none. Throws an Error that can be shown when there is no answer. */
  say(line, command) {
    const said = () => (command ? this.#asked(command, {}, line) : element("p", { class: "asked" }, element("strong", {}, this.#guild.userName), `: ${line}`));
    return this.#answer(command, () => api.say(line), said);
  }

  async #answer(command, answer, asked) {
    const thinking = command?.deferred ? this.#thinking(command) : null;
    this.#typing.hidden = Boolean(thinking);
    try {
      const said = await answer();
      thinking?.remove();
      this.#add(said, asked());
    } finally {
      thinking?.remove();
      this.#typing.hidden = true;
    }
  }

  /**
   * Presses a button or takes what was chosen in a menu.
   * @param byKey then a page that is turned keeps the focus, so that it can be turned on; else whoever types goes on typing
   */
  async #use(button, byKey, answered) {
    const message = button.closest("article");
    const buttons = message.querySelectorAll(".body button");
    const enabled = [...buttons].filter((other) => !other.disabled);
    enabled.forEach((other) => (other.disabled = true));
    button.classList.add("waiting");
    try {
      const said = await answered();
      if (said.turns) {
        this.#turn(message, said, button.textContent);
      } else {
        this.#add(said, null);
      }
      if (!said.turns || !byKey) {
        document.getElementById("text")?.focus({ preventScroll: true });
      }
    } catch (failure) {
      this.#tell(failure.message);
      message.querySelector(".content").append(element("p", { class: "lost", role: "alert" }, failure.message));
    }
    enabled.forEach((other) => (other.disabled = false));
    button.classList.remove("waiting");
  }

  /** Puts other words into a message. Focus stays on the button of the same name, or on the first. */
  #turn(message, said, label) {
    const atTheEnd = this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < AT_THE_END;
    const body = bodyOf(said, this.#guild);
    message.querySelector(".body").replaceWith(body);
    const buttons = [...body.querySelectorAll("button[data-id]:not(:disabled), .select")];
    (buttons.find((other) => other.textContent === label) ?? buttons[0])?.focus({ preventScroll: true });
    if (atTheEnd) {
      this.#log.scrollTop = this.#log.scrollHeight;
    }
    this.#announce(said, body);
  }

  #asked(command, options, line = `/${command.name}${Object.entries(options).map(([name, value]) => ` ${name}:${value}`).join("")}`) {
    return element(
      "p",
      { class: "asked" },
      element("strong", {}, this.#guild.userName),
      " used ",
      element("span", { class: "mention", title: line }, `/${command.name}`),
    );
  }

  #thinking(command) {
    const words = element("p", { class: "muted" }, "Almanac is thinking …");
    const message = this.#message(this.#asked(command, {}), Date.now(), element("div", { class: "body" }, words), true);
    this.#put(message);
    return message;
  }

  /**
   * Shows what the bot posts by itself, and what becomes of the timeline's file, whenever that is.
   * @param news the number of those that are told
   * @param renewed is called where another timeline is in use
   */
  async watch(news, renewed, posted = 0) {
    let seen = posted;
    let told = news;
    try {
      const found = await api.posts(seen, told);
      for (const post of found.posts) {
        seen++;
        this.#add(post.said, this.#postedIn(post.channel));
      }
      if (found.news) {
        if (found.news.taken) {
          await renewed();
        }
        told = found.news.number;
        this.#tellOfFile(found.news);
      }
    } catch {
      // Whoever asks something is told that nobody answers; whoever only looks need not be.
    }
    setTimeout(() => this.watch(told, renewed, seen), BETWEEN_LOOKS);
  }

  #tellOfFile({ words, problems }) {
    const list = problems.length > 0 ? [element("ul", {}, ...problems.map((problem) => element("li", {}, problem)))] : [];
    this.#put(element("div", { class: "news" }, element("p", {}, words), ...list));
    this.#tell(words);
  }

  #postedIn(id) {
    const channel = this.#guild.channels.find((one) => one.id === id);
    return element("p", { class: "asked" }, "Posted in ", element("span", { class: "mention" }, `#${channel?.name ?? "unknown"}`));
  }

  #add(said, asked) {
    const body = bodyOf(said, this.#guild);
    this.#put(this.#message(asked, said.at, body, said.isPrivate));
    this.#announce(said, body);
  }

  #message(asked, at, body, isPrivate) {
    const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "short" }).format(at);
    const content = element(
      "div",
      { class: "content" },
      element("p", { class: "by" }, element("strong", {}, "Almanac"), " ", element("span", { class: "tag" }, "APP"), " ", element("time", { datetime: new Date(at).toISOString() }, time)),
      body,
    );
    if (isPrivate) {
      content.append(element("p", { class: "only" }, "Only you can see this · ", element("button", { type: "button", class: "dismiss" }, "Dismiss message")));
    }
    return element(
      "article",
      { class: isPrivate ? "message private" : "message", "aria-label": isPrivate ? "Almanac, to you only" : "Almanac" },
      ...(asked ? [asked] : []),
      element("img", { class: "avatar", src: "almanac.svg", alt: "", width: 40, height: 40 }),
      content,
    );
  }

  /** At the end, and in sight: from its beginning where it is taller than the window. */
  #put(message) {
    this.#log.append(message);
    message.scrollIntoView({ block: message.offsetHeight > this.#log.clientHeight ? "start" : "end" });
  }

  #announce(said, body) {
    const words = body.querySelector("h2, h3, p")?.textContent ?? "";
    this.#tell(`Almanac: ${words}${said.isPrivate ? " Only you can see this." : ""}`);
  }

  #tell(words) {
    this.#status.textContent = words;
  }
}
