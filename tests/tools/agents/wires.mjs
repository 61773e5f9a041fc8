// The three formats that the fake model speaks: chat completions and responses of OpenAI, messages of Anthropic.
const usage = { input_tokens: 1, output_tokens: 1 };

/** What both vendors demand of a function. @param allowed all members that a tool may have */
function checkFunction(tool, schema, allowed) {
  const unknown = Object.keys(tool).filter((member) => !allowed.includes(member));
  if (unknown.length > 0) throw new Error(`${unknown}: Extra inputs are not permitted`);
  if (!/^[a-zA-Z0-9_-]{1,64}$/.test(tool.name)) throw new Error(`${tool.name} is no name of a function`);
  if (typeof tool.description !== 'string' || tool.description.length > 1024) throw new Error(`${tool.name} has no description of at most 1024 characters`);
  if (schema?.type !== 'object') throw new Error(`${tool.name}: the schema is not of an object`);
  if (['oneOf', 'anyOf', 'allOf', 'enum', 'not'].some((keyword) => keyword in schema)) throw new Error(`${tool.name}: the schema has alternatives at the top`);
}

const hasBearer = (headers) => headers.authorization?.startsWith('Bearer ') && headers.authorization.length > 10;

const chat = {
  hasKey: hasBearer,
  check(tool) {
    if (tool.type !== 'function') throw new Error('A tool is not a function');
    checkFunction(tool.function, tool.function.parameters, ['name', 'description', 'parameters', 'strict']);
  },
  resultsOf: (body) => body.messages.filter((message) => message.role === 'tool').map((message) => ({ id: message.tool_call_id, text: message.content })),
  callAll: (model, calls) =>
    chat.completion(model, 'tool_calls', {
      role: 'assistant',
      content: null,
      tool_calls: calls.map((call) => ({ id: call.id, type: 'function', function: { name: call.name, arguments: JSON.stringify(call.arguments) } })),
    }),
  say: (model, content) => chat.completion(model, 'stop', { role: 'assistant', content }),
  completion: (model, finish_reason, message) => ({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model,
    choices: [{ index: 0, message, finish_reason }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  }),
};

const responses = {
  hasKey: hasBearer,
  check: (tool) => checkFunction(tool, tool.parameters, ['type', 'name', 'description', 'parameters', 'strict']),
  resultsOf: (body) => body.input.filter((item) => item.type === 'function_call_output').map((item) => ({ id: item.call_id, text: item.output })),
  callAll: (model, calls) =>
    responses.response(model, calls.map((call) => ({ type: 'function_call', id: `fc_${call.id}`, call_id: call.id, name: call.name, arguments: JSON.stringify(call.arguments), status: 'completed' }))),
  say: (model, text) =>
    responses.response(model, [{ type: 'message', id: 'msg_1', role: 'assistant', status: 'completed', content: [{ type: 'output_text', text, annotations: [] }] }]),
  response: (model, output) => ({ id: 'resp_1', object: 'response', created_at: 1, status: 'completed', model, output, usage: { ...usage, total_tokens: 2 } }),
};

const messages = {
  // The header was x-api-key in the SDK's older versions.
  hasKey: (headers) => (headers['x-api-key'] || hasBearer(headers)) && headers['anthropic-version'],
  check: (tool) => checkFunction(tool, tool.input_schema, ['name', 'description', 'input_schema']),
  // A message of results has one for every call before it, and nothing else in front.
  resultsOf: (body) => body.messages.at(-1).content.filter?.((block) => block.type === 'tool_result')
    .map((block) => ({ id: block.tool_use_id, text: block.is_error ? `the error ${block.content}` : block.content })) ?? [],
  callAll: (model, calls) => messages.message(model, 'tool_use', calls.map((call) => ({ type: 'tool_use', id: call.id, name: call.name, input: call.arguments }))),
  say: (model, text) => messages.message(model, 'end_turn', [{ type: 'text', text }]),
  message: (model, stop_reason, content) => ({ id: 'msg_1', type: 'message', role: 'assistant', model, content, stop_reason, stop_sequence: null, usage }),
};

export const wires = { 'POST /v1/chat/completions': chat, 'POST /v1/responses': responses, 'POST /v1/messages': messages };
