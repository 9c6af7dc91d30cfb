/** The preview's own server: each answers with what it says, or throws an Error whose message can be shown. */

async function answer(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Error("The preview does not answer. Is it still running in its terminal?");
  }
  if (!response.ok) {
    throw new Error((await response.text()).trim());
  }
  return response.json();
}

const said = (path, body) =>
  answer(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

/** The guild, and the commands with their options. */
export const start = () => answer("api/start");

/** The message that answers a command. */
export const ask = (command, options) => said("api/ask", { command, options });

/** The message that answers a line as it was typed. */
export const say = (line) => said("api/line", { line });

/** The message that answers a button, by its custom_id. */
export const press = (id) => said("api/press", { id });

/** The message that answers what was chosen in a menu, by its custom_id. */
export const choose = (id, values) => said("api/press", { id, values });

/** What is offered for a half-typed option, as a list of names and values. */
export const complete = async (command, option, typed) =>
  (await said("api/complete", { command, option, typed })).suggestions;

/**
 * What was posted in the guild's channels after the first so many, as a list of channels and messages; and what became of the
 * timeline's file, null where that is told.
 */
export const posts = (seen, news) => said("api/posts", { posts: seen, news });
