// node blind-spots.mjs DOCUMENT: says as JSON for which bodies and parameters of the document Prism would take anything. Prism passes over a schema that it can't compile, without a word.
import { getHttpOperationsFromSpec, createInstance } from '@stoplight/prism-http';
import { proxying, silent } from './judge.mjs';

const anything = [null, 42.5, 'text', [], {}, true];
const tooLong = 'x'.repeat(100_000);
const operations = await getHttpOperationsFromSpec(process.argv[2]);
let answer;
const prism = createInstance(proxying, { logger: silent, forward: () => () => async () => ({ _tag: 'Right', right: answer }) });
const count = { answers: 0, bodies: 0, parameters: 0 };
const blind = [];

const ask = async (operation, { path = operation.path.replace(/\{[^}]+\}/g, 'x'), query = {}, headers = {}, body = null }, given) => {
  answer = { headers: { 'content-type': 'application/json' }, statusCode: 200, body: {}, ...given };
  return (await prism.request({ method: operation.method, url: { path, query }, headers, body }, [operation], proxying)()).right.validations;
};

for (const operation of operations) {
  for (const { code, contents = [] } of operation.responses) {
    for (const { mediaType } of contents.filter(content => content.schema && content.mediaType === 'application/json')) {
      count.answers++;
      const seen = await Promise.all(anything.map(body => ask(operation, {}, { statusCode: Number(code), headers: { 'content-type': mediaType }, body })));
      if (!seen.some(({ output }) => output.some(one => one.path?.[0] === 'body'))) blind.push(`${operation.iid} ${code}`);
    }
  }
  const { body, query = [], headers = [], path = [] } = operation.request ?? {};
  if (body?.contents?.some(content => content.schema)) {
    count.bodies++;
    const seen = await Promise.all(anything.map(value => ask(operation, { body: value, headers: { 'content-type': 'application/json' } })));
    if (!seen.some(({ input }) => input.some(one => one.path?.[0] === 'body'))) blind.push(`${operation.iid} body`);
  }
  const all = parameters => Object.fromEntries(parameters.map(({ name }) => [name, tooLong]));
  const { input } = await ask(operation, { path: operation.path.replace(/\{[^}]+\}/g, tooLong), query: all(query), headers: all(headers) });
  for (const [place, parameters] of Object.entries({ query, header: headers, path })) {
    for (const { name } of parameters) {
      count.parameters++;
      if (!input.some(one => one.path?.[0] === place && one.path[1]?.toLowerCase() === name.toLowerCase())) blind.push(`${operation.iid} ${place} ${name}`);
    }
  }
}
console.log(JSON.stringify({ ...count, blind }));
