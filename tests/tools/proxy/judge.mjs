// Holds exchanges against an OpenAPI document with Prism: its reading of the document, its choice of the operation, its validation of requests and answers. Only what it forwards to is
// replaced: the answer is there already.
import { readFile } from 'node:fs/promises';
import { getHttpOperationsFromSpec, createInstance } from '@stoplight/prism-http';

const silent = Object.fromEntries(['trace', 'debug', 'info', 'success', 'warn', 'error', 'fatal'].map(level => [level, () => {}]));
silent.child = () => silent;

// The first segments that the root shares with /api (the second base URL of document 1).
const shared = /^\/(auth|tools|system|organizations|integrations|dashboard|monitoring)(\/|$)/i;
const isJson = /^application\/(.+\+)?json\b/i;
const noRoute = 'Selected route not found';
const mostSentences = 5;

export class Judge {
  #operations;
  #prism;
  #exceptions;
  exchanges = 0;
  judged = new Map();
  violations = [];

  static async of(documentPath, exceptionsPath) {
    const exceptions = JSON.parse(await readFile(exceptionsPath, 'utf8'));
    return new Judge(await getHttpOperationsFromSpec(documentPath), exceptions);
  }

  constructor(operations, exceptions) {
    this.#operations = operations;
    this.#exceptions = exceptions.map(exception => ({ ...exception, needed: 0 }));
    this.#prism = createInstance(
      { isProxy: true, upstream: new URL('http://127.0.0.1'), validateRequest: true, validateResponse: true, checkSecurity: true, errors: false, mock: { dynamic: false } },
      {
        logger: silent,
        forward: ({ data }, _, __, operation) => () => async () => {
          data.operation = operation;
          return { _tag: 'Right', right: data.answer };
        },
      },
    );
  }

  get unneeded() {
    return this.#exceptions.filter(exception => exception.needed === 0).map(({ needed, ...exception }) => exception);
  }

  /** A sentence that says what of an exchange is not as the document says; null where it is. */
  async violationOf(exchange) {
    const { name, found } = await this.#validationsOf(exchange);
    this.exchanges++;
    const key = `${name} ${exchange.status}`;
    this.judged.set(key, (this.judged.get(key) ?? 0) + 1);
    const left = found.filter(one => !this.#isExcepted(name, exchange, one));
    if (left.length === 0) return null;
    const told = left.slice(0, mostSentences).map(one => `${one.at}: ${one.message}`).join('; ');
    const sentence = `${name} (${exchange.method} ${exchange.url}) answered ${exchange.status}. ${told}`;
    this.violations.push(sentence);
    return sentence;
  }

  async #validationsOf(exchange) {
    const { pathname, searchParams } = new URL(exchange.url, 'http://localhost');
    const type = exchange.requestHeaders['content-type'] ?? '';
    let body = null;
    const problems = [];
    if (exchange.requestBody.length > 0) {
      body = exchange.requestBody.toString();
      if (isJson.test(type)) {
        try { body = JSON.parse(body); } catch { problems.push({ at: 'request.body', code: 'json', message: 'a body that is not JSON was taken' }); }
      }
    }
    const answer = { statusCode: exchange.status, headers: exchange.answerHeaders, body: exchange.answerBody.toString() };
    if (isJson.test(exchange.answerHeaders['content-type'] ?? '') && exchange.status !== 204) {
      try { answer.body = JSON.parse(answer.body); } catch { return { name: pathname, found: [{ at: 'response.body', code: 'json', message: 'the body is not JSON' }] }; }
    }

    let best;
    for (const path of pathsOf(pathname, exchange.requestHeaders)) {
      best = await this.#ask({ method: exchange.method.toLowerCase(), url: { path, query: queryOf(searchParams) }, headers: exchange.requestHeaders, body, answer });
      if (best.operation) break;
    }
    const name = best.operation?.iid ?? `${exchange.method} ${pathname}`;
    if (best.error) return { name, found: [{ at: 'prism', code: 'error', message: best.error }] };
    if (!best.operation) return { name, found: [404, 405].includes(exchange.status) ? [] : [{ at: 'request.path', code: 'path', message: 'the document has no such operation' }] };
    const taken = exchange.status < 400 ? [...problems, ...best.input.map(one => placed('request', one))] : [];
    return { name, found: [...taken, ...best.output.map(one => placed('response', one))] };
  }

  async #ask(input) {
    const outcome = await this.#prism.request(input, this.#operations)();
    if (outcome._tag === 'Left') return { operation: input.operation ?? {}, error: String(outcome.left.detail ?? outcome.left) };
    const { validations } = outcome.right;
    return validations.input[0]?.message === noRoute ? {} : { operation: input.operation, ...validations };
  }

  #isExcepted(name, exchange, found) {
    const exception = this.#exceptions.find(one =>
      new RegExp(`^(${one.operations})$`).test(name) && (one.status ?? exchange.status) === exchange.status
      && new RegExp(`^(${one.at})$`).test(found.at) && new RegExp(`^(${one.message})`).test(found.message));
    if (exception) exception.needed++;
    return exception !== undefined;
  }
}

function placed(side, { path, code, message }) {
  return { at: [side, ...(path ?? [])].join('.'), code: String(code ?? ''), message };
}

// Slashes at the end don't matter. The root is document 2's; what that does not have, and what carries a bearer token, is under /api.
function pathsOf(pathname, headers) {
  const path = pathname.length > 1 ? pathname.replace(/\/+$/, '') || '/' : pathname;
  if (!shared.test(path)) return [path];
  return /^bearer /i.test(headers.authorization ?? '') ? [`/api${path}`] : [path, `/api${path}`];
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
