// An agent on Anthropic's messages: node anthropic.mjs 'Create a user for Grace'
import Anthropic from '@anthropic-ai/sdk';
import { execute, listFunctions } from './modulex.mjs';

const anthropic = new Anthropic(); // reads ANTHROPIC_API_KEY and ANTHROPIC_BASE_URL
const tools = await listFunctions('anthropic');
const messages = [{ role: 'user', content: process.argv[2] }];

for (;;) {
  const message = await anthropic.messages.create({ model: process.env.ANTHROPIC_MODEL ?? 'claude-sonnet-5-5', max_tokens: 4096, messages, tools });
  messages.push({ role: 'assistant', content: message.content });
  const calls = message.content.filter((block) => block.type === 'tool_use');
  if (calls.length === 0) {
    console.log(message.content.map((block) => block.text ?? '').join(''));
    break;
  }
  // All at once, and all results in one message, as this API wants them.
  messages.push({ role: 'user', content: await Promise.all(calls.map(answer)) });
}

async function answer({ id, name, input }) {
  try {
    return { type: 'tool_result', tool_use_id: id, content: JSON.stringify(await execute(name, input)) };
  } catch (error) {
    return { type: 'tool_result', tool_use_id: id, content: error.message, is_error: true };
  }
}
