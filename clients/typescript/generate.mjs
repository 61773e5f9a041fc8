// Makes a file of TypeScript for each surface from its OpenAPI document, with NSwag and the templates beside this file.
// Usage: node generate.mjs [folder to write to]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2] ?? join(here, 'src', 'generated'));
const surfaces = ['simple', 'modulex', 'authx', 'platform', 'tenants', 'v1'];
const methods = ['get', 'put', 'post', 'delete', 'patch'];

mkdirSync(target, { recursive: true });
dotnet('tool', 'restore');
const temporary = mkdtempSync(join(tmpdir(), 'modulex-client-'));
try {
  for (const surface of surfaces) generate(surface);
} finally {
  rmSync(temporary, { recursive: true });
}

function generate(surface) {
  const document = JSON.parse(readFileSync(join(here, '..', '..', 'docs', 'openapi', `${surface}.json`), 'utf8'));
  const { topics, open } = prepare(document);
  const [input, output] = [join(temporary, `${surface}.json`), join(temporary, `${surface}.ts`)];
  writeFileSync(input, JSON.stringify(document));
  dotnet(
    'nswag', 'openapi2tsclient', `/input:${input}`, `/output:${output}`, `/templateDirectory:${join(here, 'templates')}`,
    '/template:Fetch', '/className:{controller}Client', '/operationGenerationMode:MultipleClientsFromOperationId', '/typeScriptVersion:5.0',
    '/typeStyle:Interface', '/enumStyle:StringLiteral', '/dateTimeType:String', '/nullValue:Null', '/generateOptionalParameters:true',
    '/useAbortSignal:true', '/wrapDtoExceptions:true', '/inlineNamedAny:true', '/inlineNamedDictionaries:true', '/newLineBehavior:LF',
  );
  const code = readFileSync(output, 'utf8').replace(/^\uFEFF/, '').replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n').trimEnd();
  // NSwag calls JSON of any form `any`, which would switch the compiler off for all that is made of it.
  const strict = code.replace(/^(?! *(?:\/?\*|\/\/)).*$/gm, (line) => line.replace(/\bany\b/g, 'unknown'));
  writeFileSync(join(target, `${surface}.ts`), `${strict}\n\n${surfaceClass(topics, open)}`);
}

/** Runs a tool of .config/dotnet-tools.json, which is found from here upwards. */
function dotnet(...words) {
  execFileSync('dotnet', words, { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Leaves in a document what a method needs: errors are one class, headers are options of every call, and what is no JSON is a file. */
function prepare(document) {
  const topics = new Set();
  const open = [];
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods.filter((name) => item[name])) {
      const operation = item[method];
      if (operation.responses['101']) {
        delete item[method];
        continue;
      }
      operation.operationId = operation.operationId.replace(/^[^_]+_/, '');
      topics.add(operation.operationId.split('_')[0]);
      if ((operation.security ?? document.security ?? []).length === 0) open.push(`${method.toUpperCase()} ${path}`);
      const parameters = operation.parameters ?? [];
      const named = parameters.some(({ name }) => name === 'X-Organization-ID');
      operation.parameters = parameters.filter((parameter) => parameter.in !== 'header' && !(named && parameter.name === 'organization_id'));
      for (const [status, response] of Object.entries(operation.responses)) {
        if (status >= '400') delete operation.responses[status];
        // Where a parameter asks for another form, the method gives the usual one, which is described first.
        else if (response.content?.['application/json']?.schema?.anyOf) response.content['application/json'].schema = response.content['application/json'].schema.anyOf[0];
        else if (Object.keys(response.content ?? {}).some((type) => type !== 'application/json')) {
          response.content = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
        }
      }
    }
  }
  nameWords(document);
  return { topics: [...topics], open };
}

/** Names lists of words by where they are: NSwag counts what has one name (`Status2`), so that a new one would rename others. */
function nameWords({ paths, components: { schemas } }) {
  const named = {};
  const reference = (owner, name, schema) => {
    if (!schema.enum) return schema;
    const title = owner + `_${name}`.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
    named[title] = { type: 'string', enum: schema.enum.filter((word) => word !== null) };
    const parts = [{ $ref: `#/components/schemas/${title}` }];
    return { description: schema.description, ...(schema.enum.includes(null) ? { oneOf: [{ type: 'null' }, ...parts] } : { allOf: parts }) };
  };
  for (const [owner, { properties = {} }] of Object.entries(schemas)) {
    for (const name of Object.keys(properties)) properties[name] = reference(owner, name, properties[name]);
  }
  for (const operation of Object.values(paths).flatMap((item) => methods.flatMap((method) => item[method] ?? []))) {
    for (const parameter of operation.parameters) parameter.schema = reference(operation.operationId.replace('_', ''), parameter.name, parameter.schema);
  }
  Object.assign(schemas, named);
}

function surfaceClass(topics, open) {
  const nameOf = (topic) => topic[0].toLowerCase() + topic.slice(1);
  return `/** The operations that need no credentials. */
export const open: ReadonlySet<string> = new Set([
${open.map((operation) => `    '${operation}',\n`).join('')}]);

/** Every topic of the surface. */
export class Surface {
${topics.map((topic) => `    readonly ${nameOf(topic)}: ${topic}Client;\n`).join('')}
    constructor(call: Call) {
${topics.map((topic) => `        this.${nameOf(topic)} = new ${topic}Client(call);\n`).join('')}    }
}
`;
}
