// An agent on OpenAI's responses: node openai-responses.mjs 'Create a user for Grace'
import OpenAI from 'openai';
import { execute, listFunctions } from './modulex.mjs';

const openai = new OpenAI(); // reads OPENAI_API_KEY and OPENAI_BASE_URL
// This API wants the members of `function` one level up, and is strict unless it is told otherwise.
const tools = (await listFunctions()).map((tool) => ({ type: 'function', ...tool.function, strict: false }));
const input = [{ role: 'user', content: process.argv[2] }];

for (;;) {
  const response = await openai.responses.create({ model: process.env.OPENAI_MODEL ?? 'gpt-5.4-mini', input, tools });
  input.push(...response.output);
  const calls = response.output.filter((item) => item.type === 'function_call');
  if (calls.length === 0) {
    console.log(response.output_text);
    break;
  }
  input.push(...(await Promise.all(calls.map(answer))));
}

async function answer({ call_id, name, arguments: text }) {
  try {
    const result = await execute(name, JSON.parse(text || '{}'));
    return { type: 'function_call_output', call_id, output: JSON.stringify(result) };
  } catch (error) {
    return { type: 'function_call_output', call_id, output: `Error: ${error.message}` };
  }
}
