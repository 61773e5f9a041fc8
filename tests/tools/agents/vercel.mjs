// An agent on the Vercel AI SDK: node vercel.mjs 'Create a user for Grace'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { dynamicTool, generateText, jsonSchema, isStepCount } from 'ai';
import { execute, listFunctions } from './modulex.mjs';

const provider = createOpenAICompatible({
  name: 'openai',
  baseURL: process.env.OPENAI_BASE_URL ?? 'https://api.openai.com/v1',
  apiKey: process.env.OPENAI_API_KEY,
});

const tools = Object.fromEntries(
  (await listFunctions()).map(({ function: { name, description, parameters } }) => [
    name,
    // What execute throws goes to the model as the tool's error.
    dynamicTool({ description, inputSchema: jsonSchema(parameters), execute: (input) => execute(name, input) }),
  ]),
);

const { text } = await generateText({
  model: provider(process.env.OPENAI_MODEL ?? 'gpt-5.4-mini'),
  prompt: process.argv[2],
  tools,
  stopWhen: isStepCount(20),
});
console.log(text);
