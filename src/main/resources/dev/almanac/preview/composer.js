/** The message box: a command, its options as fields, and a list of what can be chosen. */
import { element } from "./element.js";
import { Listbox } from "./listbox.js";
import { offersFor, read } from "./options.js";

export class Composer {
  #commands;
  #guild;
  #send;
  #say;
  #listbox = new Listbox();
  #fields = document.getElementById("fields");
  #problem = document.getElementById("problem");
  #command = null;
  #options = [];
  #text;

  /**
   * @param send is called with the command and its options, by name; a promise that fails is shown
   * @param say is called with a line as it was typed, and the command that it names or null; as well
   */
  constructor(commands, guild, send, say) {
    this.#commands = commands;
    this.#guild = guild;
    this.#send = send;
    this.#say = say;
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

  /** Offers other commands from now on. What is being filled in stays. */
  renew(commands) {
    this.#commands = commands;
  }

  /** An empty box. */
  clear() {
    this.#command = null;
    this.#draw();
  }

  /** Takes a command, for its options to be filled. */
  choose(command) {
    this.#command = command;
    this.#draw();
    this.#options.filter((field) => field.option.required).forEach((field) => this.#place(field));
    this.#next();
  }

  /** Sends a line as it can be typed; a command alone that has to be told more is taken, and says what is missing. */
  run(line) {
    const command = this.#commandOf(line);
    if (command && line === `/${command.name}` && command.options.some((option) => option.required)) {
      this.choose(command);
      this.#submit();
    } else {
      this.#tellOf(this.#say(line, command));
    }
  }

  #draw() {
    this.#tell("");
    this.#options = (this.#command?.options ?? []).map((option) => ({ option, node: null, input: null, taken: null }));
    this.#text = element("input", { id: "text", type: "text", "aria-label": this.#command ? "More options" : "Message", placeholder: this.#placeholder() });
    this.#listbox.serve(this.#text, (typed) => (this.#command ? this.#moreOptions(typed) : this.#matching(typed)), (offer) => this.#take(offer));
    this.#text.addEventListener("input", () => (this.#command ? this.#named(this.#text) : this.#typed(this.#text.value)));
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

  /** The command that a line begins with; undefined where it is none. */
  #commandOf(line) {
    return this.#commands
      .filter((known) => `${line} `.toLowerCase().startsWith(`/${known.name} `))
      .sort((one, other) => other.name.length - one.name.length)[0];
  }

  /** Where a command and a blank are typed, takes the command; a line that is pasted whole stays as it is. */
  #typed(line) {
    const command = this.#commandOf(line);
    if (command && line.toLowerCase() === `/${command.name} `) {
      this.choose(command);
    }
  }

  /** The first of those that a command has, where it is typed without one; undefined for anything else. */
  #firstOf(line) {
    return this.#commands.find((known) => `/${known.name}`.startsWith(`${line.toLowerCase()} `));
  }

  /** Where the name of an option is typed with its colon, goes on in its field; what stands before the name stays. */
  #named(input) {
    const named = /^(?:(.*)\s)?(\S+):$/.exec(input.value);
    const field = named && this.#options.find((other) => other.option.name === named[2].toLowerCase());
    if (field) {
      input.value = named[1] ?? "";
      this.#place(field);
      field.input.focus();
      field.input.select();
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
    field.input.addEventListener("input", () => {
      this.#tell("");
      this.#named(field.input);
    });
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
    if (!this.#command) {
      const first = typed && this.#firstOf(typed);
      if (first) {
        this.clear();
        return this.#tellOf(this.#send(first, {}));
      }
      return typed && this.#sayAll(typed, this.#commandOf(typed));
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
    if (typed) {
      const fields = Object.entries(options).map(([name, value]) => `${name}:${value}`);
      // What has no name belongs to the first option without a value: before the named ones, which take all up to the next name.
      const words = this.#options.some((field) => field.node && field.option.required) ? [...fields, typed] : [typed, ...fields];
      return this.#sayAll(`/${command.name} ${words.join(" ")}`, command);
    }
    this.clear();
    this.#text.focus();
    return this.#tellOf(this.#send(command, options));
  }

  #sayAll(line, command) {
    this.clear();
    this.#text.focus();
    return this.#tellOf(this.#say(line, command));
  }

  #tellOf(answer) {
    return answer.catch((failure) => this.#tell(failure.message));
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
