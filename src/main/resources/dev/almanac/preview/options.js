/** What an option takes: what is offered for it, and how what was typed is read. */
import * as api from "./api.js";

const begins = (offers, typed) => {
  const words = typed.trim().toLowerCase();
  return offers.filter((offer) => offer.label.toLowerCase().includes(words));
};

const bare = (text) => text.trim().toLowerCase().replace(/^[#@]/, "");

const named = (things, mark) => things.map((thing) => ({ label: mark + thing.name, value: thing.id }));

/** The only values that an option takes; empty when any is read. */
function listed(option, guild) {
  const lists = {
    CHANNEL: () => guild.channels.map((channel) => ({ label: `#${channel.name}`, detail: channel.announcements ? "Announcement channel" : "", value: channel.id })),
    ROLE: () => named(guild.roles, "@"),
    BOOLEAN: () => ["True", "False"].map((label) => ({ label, value: label.toLowerCase() })),
  };
  return lists[option.kind]?.() ?? option.choices.map((choice) => ({ label: choice.name, value: choice.value }));
}

/** What is offered while it is typed. */
export async function offersFor(command, option, guild, typed) {
  if (option.kind === "COMPLETED") {
    const suggestions = await api.complete(command.name, option.name, typed);
    return suggestions.map((suggestion) => ({ label: suggestion.name, value: suggestion.value }));
  }
  return begins(listed(option, guild), typed);
}

/** Reads what stands in an option's field: {value}, {problem} where Discord would not send it, or neither when it is empty. */
export function read(option, guild, typed, taken) {
  const text = typed.trim();
  if (text === "") {
    return option.required ? { problem: `“${option.name}” is required: ${option.description}.` } : {};
  }
  const list = listed(option, guild);
  if (list.length > 0) {
    const entry = list.find((offer) => bare(offer.label) === bare(text));
    return entry ? { value: entry.value } : { problem: `“${text}” is not in the list of “${option.name}”: choose one of it.` };
  }
  if (option.kind === "NUMBER") {
    const right = /^-?\d+$/.test(text) && Number(text) >= option.least && Number(text) <= option.most;
    return right ? { value: text } : { problem: `“${option.name}” is a whole number from ${option.least} to ${option.most}.` };
  }
  return { value: taken?.label === typed ? taken.value : text };
}
