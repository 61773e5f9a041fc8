// An agent on OpenAI's chat completions: node openai-chat.mjs 'Create a user for Grace'
import OpenAI from 'openai';
import { execute, listFunctions } from './modulex.mjs';

const openai = new OpenAI(); // reads OPENAI_API_KEY and OPENAI_BASE_URL
const tools = await listFunctions();
const messages = [{ role: 'user', content: process.argv[2] }];

for (;;) {
  const completion = await openai.chat.completions.create({ model: process.env.OPENAI_MODEL ?? 'gpt-5.4-mini', messages, tools });
  const { message } = completion.choices[0];
  messages.push(message);
  if (!message.tool_calls?.length) break;
  // All at once: the calls of one answer don't depend on each other.
  messages.push(...(await Promise.all(message.tool_calls.map(answer))));
}
console.log(messages.at(-1).content);

async function answer({ id, function: { name, arguments: text } }) {
  try {
    const result = await execute(name, JSON.parse(text || '{}'));
    return { role: 'tool', tool_call_id: id, content: JSON.stringify(result) };
  } catch (error) {
    // The model reads what was wrong, and can mend its call or tell the person.
    return { role: 'tool', tool_call_id: id, content: `Error: ${error.message}` };
  }
}
