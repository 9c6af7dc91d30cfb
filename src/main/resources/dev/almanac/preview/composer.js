/** The message box: a command, its options as fields, and a list of what can be chosen. */
import { element } from "./element.js";
import { Listbox } from "./listbox.js";
import { meant, offersFor, read } from "./options.js";

export class Composer {
  #commands;
  #guild;
  #send;
  #listbox = new Listbox();
  #fields = document.getElementById("fields");
  #problem = document.getElementById("problem");
  #command = null;
  #options = [];
  #text;

  /** @param send is called with the command and its options, by name; a promise that fails is shown */
  constructor(commands, guild, send) {
    this.#commands = commands;
    this.#guild = guild;
    this.#send = send;
    document.getElementById("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    document.getElementById("open").addEventListener("click", () => {
      this.clear();
      this.#text.value = "/";
      this.#text.focus();
      this.#text.dispatchEvent(new Event("input"));
    });
    this.clear();
  }

  /** An empty box. */
  clear() {
    this.#command = null;
    this.#draw();
  }

  /** Takes a command, for its options to be filled. */
  choose(command, words = "") {
    this.#command = command;
    this.#draw();
    this.#options.filter((field) => field.option.required).forEach((field) => this.#place(field));
    this.#fill(words);
    this.#next();
  }

  /** Takes a line as it can be typed, and sends it if nothing is missing. */
  run(line) {
    if (this.#typed(`${line} `)) {
      this.#submit();
    }
  }

  #draw() {
    this.#tell("");
    this.#options = (this.#command?.options ?? []).map((option) => ({ option, node: null, input: null, taken: null }));
    this.#text = element("input", { id: "text", type: "text", "aria-label": this.#command ? "More options" : "Message", placeholder: this.#placeholder() });
    this.#listbox.serve(this.#text, (typed) => (this.#command ? this.#moreOptions(typed) : this.#matching(typed)), (offer) => this.#take(offer));
    this.#text.addEventListener("input", () => (this.#command ? this.#named() : this.#typed(this.#text.value)));
    this.#text.addEventListener("keydown", (event) => this.#back(event, this.#text, null));
    this.#fields.replaceChildren(...(this.#command ? [element("span", { class: "command" }, `/${this.#command.name}`)] : []), this.#text);
  }

  #placeholder() {
    const { name } = this.#guild.channels.find((channel) => channel.id === this.#guild.channel);
    const left = this.#options.filter((field) => !field.node).length;
    if (!this.#command) {
      return `Message #${name} · / for commands`;
    }
    return left > 0 ? `+${left} optional` : "";
  }

  #matching(typed) {
    const words = typed.toLowerCase();
    return words.startsWith("/")
      ? this.#commands
          .filter((command) => `/${command.name}`.includes(words.trimEnd()))
          .map((command) => ({ label: `/${command.name}`, detail: command.description, command }))
      : [];
  }

  #moreOptions(typed) {
    return this.#options
      .filter((field) => !field.node && field.option.name.startsWith(typed.trim().toLowerCase()))
      .map((field) => ({ label: field.option.name, detail: field.option.description, field }));
  }

  #take({ command, field }) {
    if (command) {
      this.choose(command);
    } else {
      this.#text.value = "";
      this.#place(field);
      field.input.focus();
    }
  }

  /** Whether the line begins with a command and a blank: then that is taken, and the rest goes into its options. */
  #typed(line) {
    const command = this.#commands
      .filter((known) => line.toLowerCase().startsWith(`/${known.name} `))
      .sort((one, other) => other.name.length - one.name.length)[0];
    if (command) {
      this.choose(command, line.slice(command.name.length + 2));
    }
    return Boolean(command);
  }

  /** Whether what has subcommands is typed without one: then its first is taken. */
  #first(typed) {
    const command = this.#commands.find((known) => known.name.startsWith(`${typed.slice(1).toLowerCase()} `));
    if (typed.startsWith("/") && command) {
      this.choose(command);
    }
    return typed.startsWith("/") && Boolean(command);
  }

  /** Where the name of an option is typed with its colon, gives it its field. */
  #named() {
    const field = this.#options.find((other) => !other.node && this.#text.value.trim().toLowerCase() === `${other.option.name}:`);
    if (field) {
      this.#take({ field });
    }
  }

  /** One word for each option, in their order or as name:value; what is left over belongs to the last. */
  #fill(words) {
    let last = null;
    for (const word of words.split(/\s+/).filter(Boolean)) {
      const named = this.#options.find((field) => word.toLowerCase().startsWith(`${field.option.name}:`));
      const free = this.#options.find((field) => !field.input?.value);
      if (named ?? free) {
        last = named ?? free;
        this.#place(last);
        last.input.value = meant(last.option, this.#guild, named ? word.slice(last.option.name.length + 1) : word);
      } else {
        last ??= this.#options.at(-1);
        last?.input && (last.input.value += ` ${word}`);
      }
    }
  }

  /** Gives an option its field. */
  #place(field) {
    if (field.node) {
      return;
    }
    const { option } = field;
    field.input = element("input", { type: "text", inputmode: option.kind === "NUMBER" ? "numeric" : null, "aria-required": String(option.required), "aria-label": `${option.name}: ${option.description}`, title: option.description });
    field.node = element("span", { class: "option" }, element("span", { class: "name", "aria-hidden": "true" }, option.name), field.input);
    const take = (offer) => {
      field.input.value = offer.label;
      field.taken = offer;
      this.#next();
    };
    this.#listbox.serve(field.input, (typed) => offersFor(this.#command, option, this.#guild, typed), take);
    field.input.addEventListener("keydown", (event) => this.#back(event, field.input, field));
    field.input.addEventListener("input", () => this.#tell(""));
    this.#text.before(field.node);
    this.#text.placeholder = this.#placeholder();
  }

  /** Goes to the first field that has to be filled, else behind them. */
  #next() {
    const open = this.#options.find((field) => field.option.required && !field.input.value);
    (open?.input ?? this.#text).focus();
  }

  /** Backspace in an empty field takes it away, and the command when there is nothing else. */
  #back(event, input, field) {
    if (event.key !== "Backspace" || input.value !== "" || !this.#command) {
      return;
    }
    event.preventDefault();
    const last = field ?? this.#options.filter((other) => other.node).at(-1);
    if (last && !last.option.required) {
      last.node.remove();
      Object.assign(last, { node: null, input: null, taken: null });
      this.#text.placeholder = this.#placeholder();
      this.#text.focus();
    } else if (last && last !== field) {
      last.input.focus();
    } else {
      this.clear();
      this.#text.focus();
    }
  }

  async #submit() {
    this.#listbox.close();
    const typed = this.#text.value.trim();
    if (!this.#command && !this.#typed(`${typed} `) && !this.#first(typed)) {
      return this.#refuse(this.#text, typed.startsWith("/") ? `There is no command ${typed} here.` : "The bot reads no messages, only commands: type / and choose one.");
    }
    if (this.#text.value.trim()) {
      const words = this.#text.value;
      this.#text.value = "";
      this.#fill(words);
    }
    const options = {};
    for (const field of this.#options.filter((other) => other.node)) {
      const { value, problem } = read(field.option, this.#guild, field.input.value, field.taken);
      if (problem) {
        return this.#refuse(field.input, problem);
      }
      if (value) {
        options[field.option.name] = value;
      }
    }
    const command = this.#command;
    this.clear();
    this.#text.focus();
    return this.#send(command, options).catch((failure) => this.#tell(failure.message));
  }

  #refuse(input, problem) {
    this.#tell(problem);
    input.setAttribute("aria-invalid", "true");
    input.focus();
  }

  #tell(problem) {
    this.#problem.textContent = problem;
    this.#problem.hidden = problem === "";
    this.#fields.querySelectorAll("[aria-invalid]").forEach((input) => input.removeAttribute("aria-invalid"));
  }
}
