// What an agent needs of ModuleX: the functions that a person's tools give, and to execute one of them.
const address = process.env.MODULEX_URL ?? 'http://localhost:8000';
const key = process.env.MODULEX_API_KEY;
const person = encodeURIComponent(process.env.MODULEX_USER_ID ?? 'ada');

/** @param format 'openai' or 'anthropic'. The answer goes to the model's SDK as it is. */
export const listFunctions = (format = 'openai') => call('GET', `/tools/openai-tools?user_id=${person}&format=${format}`);

/** Gives the tool's answer. Throws when the call fails; the message says why, and the model can make use of it. */
export async function execute(name, parameters) {
  // The name of a function is <tool>_<action>.
  const [, tool, action] = name.match(/^([^_]+)_(.+)$/) ?? [, name, name];
  return (await call('POST', `/tools/${tool}/execute?user_id=${person}`, { action, parameters })).result;
}

async function call(method, path, body) {
  const headers = { 'content-type': 'application/json', ...(key && { 'x-api-key': key }) };
  const response = await fetch(address + path, { method, headers, body: body && JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}
