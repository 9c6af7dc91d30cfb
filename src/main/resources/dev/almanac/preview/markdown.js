/**
 * Discord's Markdown (https://discord.com/developers/docs/reference#message-formatting) as elements. The context names
 * what mentions stand for: the guild, and now in milliseconds.
 */
import { element } from "./element.js";

const INLINE = [
  [/\\([^\sA-Za-z0-9])/y, (found) => found[1]],
  [/(`+)([\s\S]+?)\1(?!`)/y, (found) => element("code", {}, found[2].trim())],
  [/\[((?:\\.|[^[\]\\])+)\]\((https?:\/\/[^\s)]+)\)/y, (found, context) => link(found[2], inline(found[1], context))],
  [/<(https?:\/\/[^\s>]+)>/y, (found) => link(found[1], [found[1]])],
  [/https?:\/\/[^\s<>]*[^\s<>.,:;"')\]]/y, (found) => link(found[0], [found[0]])],
  [/<t:(-?\d{1,12})(?::([tTdDfFR]))?>/y, (found, context) => moment(Number(found[1]) * 1000, found[2] ?? "f", context.now)],
  [/<#(\d+)>/y, (found, context) => mention(`#${name(context.guild.channels, found[1], "unknown")}`)],
  [/<@&(\d+)>/y, (found, context) => mention(`@${name(context.guild.roles, found[1], "unknown-role")}`)],
  [/<@!?(\d+)>/y, (found, context) => mention(`@${found[1] === context.guild.user ? context.guild.userName : "unknown-user"}`)],
  [/<\/([-\w ]{1,98}):\d+>/y, (found) => element("button", { type: "button", class: "mention", "data-command": found[1] }, `/${found[1]}`)],
  [/@(?:everyone|here)\b/y, (found) => mention(found[0])],
  [/\*\*((?:\\.|[^\\])+?)\*\*(?!\*)/y, (found, context) => element("strong", {}, ...inline(found[1], context))],
  [/__((?:\\.|[^\\])+?)__(?!_)/y, (found, context) => element("u", {}, ...inline(found[1], context))],
  [/~~((?:\\.|[^\\])+?)~~/y, (found, context) => element("s", {}, ...inline(found[1], context))],
  [/\|\|((?:\\.|[^\\])+?)\|\|/y, (found, context) => element("span", { class: "spoiler", tabindex: 0 }, ...inline(found[1], context))],
  [/\*(?!\s)((?:\\.|[^\\*])+?)\*/y, (found, context) => element("em", {}, ...inline(found[1], context))],
  [/_((?:\\.|[^\\_])+?)_(?!\w)/y, (found, context) => element("em", {}, ...inline(found[1], context))],
];

const STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
};

const UNITS = [
  ["year", 365 * 86_400],
  ["month", 30 * 86_400],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];

const name = (things, id, otherwise) => things.find((thing) => thing.id === id)?.name ?? otherwise;
const mention = (text) => element("span", { class: "mention" }, text);
const link = (url, children) => element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, ...children);

function moment(time, style, now) {
  const at = new Date(time);
  const full = new Intl.DateTimeFormat("en-GB", STYLES.F).format(at);
  const words = style === "R" ? relative(time - now) : new Intl.DateTimeFormat("en-GB", STYLES[style]).format(at);
  return element("time", { datetime: at.toISOString(), title: full }, words);
}

function relative(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  const [unit, length] = UNITS.find(([, least]) => Math.abs(seconds) >= least) ?? ["second", 1];
  return new Intl.RelativeTimeFormat("en").format(Math.round(seconds / length), unit);
}

function inline(text, context) {
  const nodes = [];
  let plain = "";
  let at = 0;
  while (at < text.length) {
    const [found, made] = first(text, at, context);
    if (!found) {
      plain += text[at];
      at += 1;
    } else {
      nodes.push(plain, made);
      plain = "";
      at += found[0].length;
    }
  }
  return [...nodes, plain].filter((node) => node !== "");
}

function first(text, at, context) {
  for (const [pattern, make] of INLINE) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) {
      return [found, make(found, context)];
    }
  }
  return [null, null];
}

const BLOCKS = [
  [/^(#{1,3}) +(.+)$/, (found, context) => element(found[1].length < 3 ? "h2" : "h3", { class: `level${found[1].length}` }, ...inline(found[2], context))],
  [/^-# +(.+)$/, (found, context) => element("p", { class: "subtext" }, ...inline(found[1], context))],
];

const RUNS = [
  [/^> (.*)$|^>$/, (found, context) => element("blockquote", {}, ...blocks(found.map((line) => line[1] ?? ""), context))],
  [/^ *[-*] +(.+)$/, (found, context) => element("ul", {}, ...items(found, context))],
  [/^ *(?:\d+)\. +(.+)$/, (found, context) => element("ol", {}, ...items(found, context))],
];

const items = (found, context) => found.map((line) => element("li", {}, ...inline(line[1], context)));

function blocks(lines, context) {
  const made = [];
  let plain = [];
  const endPlain = () => {
    if (plain.length > 0) {
      made.push(element("p", {}, ...plain.flatMap((line, i) => [...(i > 0 ? [element("br")] : []), ...inline(line, context)])));
    }
    plain = [];
  };
  for (let at = 0; at < lines.length; ) {
    const fence = /^```(?:\w*$)?(.*)/.exec(lines[at]);
    const end = fence ? lines.findIndex((line, i) => i > at && line.endsWith("```")) : -1;
    const run = RUNS.find(([pattern]) => pattern.test(lines[at]));
    const block = BLOCKS.find(([pattern]) => pattern.test(lines[at]));
    if (end > 0) {
      endPlain();
      made.push(element("pre", {}, element("code", {}, [...lines.slice(at + 1, end), lines[end].slice(0, -3)].join("\n").trim())));
      at = end + 1;
    } else if (run) {
      endPlain();
      const found = [];
      for (; at < lines.length && run[0].test(lines[at]); at += 1) {
        found.push(run[0].exec(lines[at]));
      }
      made.push(run[1](found, context));
    } else if (block) {
      endPlain();
      made.push(block[1](block[0].exec(lines[at]), context));
      at += 1;
    } else {
      plain.push(lines[at]);
      at += 1;
    }
  }
  endPlain();
  return made;
}

/** The elements of a text. */
export const markdown = (text, context) => blocks(text.split("\n"), context);
