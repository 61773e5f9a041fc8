// Holds exchanges against an OpenAPI document with Prism: its reading of the document, its choice of the operation, its validation of requests and answers. Only what it forwards to is
// replaced: the answer is there already.
import { readFile } from 'node:fs/promises';
import { getHttpOperationsFromSpec, createInstance } from '@stoplight/prism-http';

export const silent = Object.fromEntries(['trace', 'debug', 'info', 'success', 'warn', 'error', 'fatal'].map(level => [level, () => {}]));
silent.child = () => silent;

/** How Prism proxies here: it says what it finds, and answers nothing itself. */
export const proxying = { isProxy: true, upstream: new URL('http://127.0.0.1'), validateRequest: true, validateResponse: true, checkSecurity: true, errors: false, mock: { dynamic: false } };

// The first segments that the root shares with /api (the second base URL of document 1).
const shared = /^\/(auth|tools|system|organizations|integrations|dashboard|monitoring)(\/|$)/i;
const isJson = /^application\/(.+\+)?json\b/i;
const noRoute = 'Selected route not found';
// What a server may say about a path that it does not have; it limits the rate before it looks at paths.
const refusals = [404, 405, 429];
const mostSentences = 5;

export class Judge {
  #operations;
  #prism;
  #templates;
  #exceptions;
  #exchanges = 0;
  #seen = new Set();
  violations = [];

  static async of(documentPath, exceptionsPath) {
    const exceptions = JSON.parse(await readFile(exceptionsPath, 'utf8'));
    return new Judge(await getHttpOperationsFromSpec(documentPath), exceptions);
  }

  constructor(operations, exceptions) {
    this.#operations = operations;
    this.#templates = [...new Set(operations.map(({ path }) => path))].map(path => path.split('/'));
    this.#exceptions = exceptions.map(exception => ({ ...exception, needed: 0 }));
    this.#prism = createInstance(
      proxying,
      {
        logger: silent,
        forward: ({ data }, _, __, operation) => () => async () => {
          data.operation = operation;
          return { _tag: 'Right', right: data.answer };
        },
      },
    );
  }

  /** What was seen, as lines: how much, then violations, then exceptions that nothing has needed. */
  report() {
    const seen = this.#operations.filter(({ iid }) => this.#seen.has(iid)).length;
    return [
      `${this.#exchanges} exchanges of ${seen} of ${this.#operations.length} operations`,
      ...this.violations.map(violation => `violation: ${violation}`),
      ...this.#exceptions.filter(({ needed }) => needed === 0).map(({ operations, at, message }) => `not needed: the exception for ${operations}, ${at}, ${message}`),
    ];
  }

  /** A sentence that says what of an exchange is not as the document says; null where it is. */
  async violationOf(exchange) {
    const { name, found } = await this.#validationsOf(exchange).catch(error => ({ name: `${exchange.method} ${exchange.url}`, found: [{ at: 'prism', message: `it threw ${error}` }] }));
    this.#exchanges++;
    this.#seen.add(name);
    const left = found.filter(one => !this.#isExcepted(name, exchange, one));
    if (left.length === 0) return null;
    const told = left.slice(0, mostSentences).map(one => `${one.at}: ${one.message}`).join('; ');
    const sentence = `${name} (${exchange.method} ${exchange.url}) answered ${exchange.status}. ${told}`;
    this.violations.push(sentence.replace(/\s+/g, ' '));
    return sentence;
  }

  async #validationsOf(exchange) {
    const { pathname, searchParams } = new URL(`http://localhost${exchange.url}`);
    const type = exchange.requestHeaders['content-type'] ?? '';
    let body = null;
    const problems = [];
    if (exchange.requestBody.length > 0) {
      body = textOf(exchange.requestBody);
      if (isJson.test(type)) {
        try { body = JSON.parse(body); } catch { problems.push({ at: 'request.body', message: 'a body that is not JSON was taken' }); }
      }
    }
    const answer = { statusCode: exchange.status, headers: exchange.answerHeaders, body: textOf(exchange.answerBody) };
    const unreadable = [];
    if (isJson.test(exchange.answerHeaders['content-type'] ?? '') && exchange.status !== 204 && exchange.method !== 'HEAD') {
      try { answer.body = JSON.parse(answer.body); } catch { unreadable.push({ at: 'response.body', message: 'the body is not JSON' }); }
    }

    let best;
    for (const path of this.#pathsOf(pathname, exchange.requestHeaders)) {
      best = await this.#ask({ method: exchange.method.toLowerCase(), url: { path, query: queryOf(searchParams) }, headers: exchange.requestHeaders, body, answer });
      if (best.operation) break;
    }
    const name = best.operation?.iid ?? `${exchange.method} ${pathname}`;
    if (best.error) return { name, found: [{ at: 'prism', message: best.error }] };
    if (!best.operation) return { name, found: refusals.includes(exchange.status) ? unreadable : [{ at: 'request.path', message: 'the document has no such operation' }] };
    const taken = exchange.status < 400 ? [...problems, ...best.input.map(one => placed('request', one))] : [];
    return { name, found: [...taken, ...unreadable, ...best.output.map(one => placed('response', one))] };
  }

  // Slashes at the end and upper case don't matter to the server, and do to Prism. The root is document 2's; what that does not have, and what carries a bearer token, is under /api.
  #pathsOf(pathname, headers) {
    const path = pathname.length > 1 ? pathname.replace(/\/+$/, '') || '/' : pathname;
    const all = !shared.test(path) ? [path] : /^bearer /i.test(headers.authorization ?? '') ? [`/api${path}`] : [path, `/api${path}`];
    return all.flatMap(one => [one, ...this.#inCaseOfDocument(one)]);
  }

  #inCaseOfDocument(path) {
    const segments = path.split('/');
    const isOf = template => template.length === segments.length && template.every((part, index) => part.startsWith('{') || part.toLowerCase() === segments[index].toLowerCase());
    return this.#templates.filter(isOf).map(template => template.map((part, index) => (part.startsWith('{') ? segments[index] : part)).join('/')).filter(one => one !== path);
  }

  // What was refused may have been anything, and Prism throws on some of it.
  async #ask(input) {
    const isTaken = input.answer.statusCode < 400;
    const outcome = await this.#prism.request(input, this.#operations, { ...proxying, validateRequest: isTaken, checkSecurity: isTaken })();
    if (outcome._tag === 'Left') return { operation: input.operation ?? {}, error: String(outcome.left.detail ?? outcome.left) };
    const { validations } = outcome.right;
    return validations.input[0]?.message === noRoute ? {} : { operation: input.operation, ...validations };
  }

  #isExcepted(name, exchange, found) {
    const exception = this.#exceptions.find(one =>
      new RegExp(`^(${one.operations})$`).test(name) && new RegExp(one.url ?? '').test(exchange.url)
      && new RegExp(`^(${one.at})$`).test(found.at) && new RegExp(`^(${one.message})`).test(found.message));
    if (exception) exception.needed++;
    return exception !== undefined;
  }
}

function placed(side, { path, message }) {
  return { at: [side, ...(path ?? [])].join('.'), message };
}

// A byte order mark at the beginning is passed over (RFC 8259, section 8.1).
function textOf(bytes) {
  return new TextDecoder().decode(bytes);
}

// As Prism's own server reads them.
function queryOf(searchParams) {
  const query = {};
  for (const key of searchParams.keys()) {
    const values = searchParams.getAll(key);
    query[key] = values.length === 1 ? values[0] : values;
  }
  return query;
}
