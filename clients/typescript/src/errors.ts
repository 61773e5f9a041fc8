/** The HTTP APIs of a server. */
export type SurfaceName = 'simple' | 'modulex' | 'authx' | 'platform' | 'tenants' | 'v1';

/** One thing that is wrong with what was sent. */
export interface Problem {
  /** Where, as a JSON pointer (RFC 6901) such as `/email`; empty for the whole. */
  pointer: string;
  message: string;
}

/** What is known of a failed call. */
export interface ErrorFacts {
  surface: SurfaceName;
  /** 0 where no answer came. */
  status: number;
  code: string;
  message: string;
  details?: unknown;
  problems?: readonly Problem[];
  retryAfter?: number | undefined;
  cause?: unknown;
}

/** No answer came: the server was not reached, or the connection broke. */
export const connectionFailed = 'CONNECTION_FAILED';

/** The login session is over and the tokens are gone: people have to sign in again. */
export const signedOut = 'SIGNED_OUT';

/** Every failure of a call, whatever form its surface gives to errors. */
export class ModuleXError extends Error {
  override readonly name = 'ModuleXError';
  /** Which API answered. */
  readonly surface: SurfaceName;
  /** The HTTP status; 0 where no answer came. */
  readonly status: number;
  /** For programs, such as TOOL_NOT_CONNECTED. Surfaces that send none get one by the status. */
  readonly code: string;
  /** What the server says beside the message, in the form of its surface; undefined where it says nothing. */
  readonly details: unknown;
  /** The problems of the input, in one form for all surfaces. */
  readonly problems: readonly Problem[];
  /** By which the server's log knows more; with status 500. */
  readonly traceId: string | undefined;
  /** Seconds to wait before another try; with 429, and with 503 where the server knows. */
  readonly retryAfter: number | undefined;

  constructor(facts: ErrorFacts) {
    super(facts.message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.surface = facts.surface;
    this.status = facts.status;
    this.code = facts.code;
    this.details = facts.details;
    this.problems = facts.problems ?? [];
    this.traceId = /\(trace ([0-9a-zA-Z:.-]+)\)/.exec(facts.message)?.[1];
    this.retryAfter = facts.retryAfter;
  }
}

const codes: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'AUTHENTICATION_FAILED',
  403: 'AUTHORIZATION_DENIED',
  404: 'RESOURCE_NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  409: 'CONFLICT',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'VALIDATION_ERROR',
  423: 'ACCOUNT_LOCKED',
  429: 'RATE_LIMIT_EXCEEDED',
  500: 'INTERNAL_ERROR',
  502: 'UPSTREAM_FAILED',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
};

/** Reads an error of any surface; one of a proxy in between is an error all the same. */
export async function errorOf(response: Response, surface: SurfaceName): Promise<ModuleXError> {
  const body = parsed(await response.text());
  // Documents 1 and 5 nest code, message and details; document 4 has a sentence in their place.
  const nested = isObject(body['error']) ? body['error'] : {};
  const details = nested['details'] ?? body['details'] ?? body['errors'] ?? (Array.isArray(body['detail']) ? body['detail'] : undefined);
  const problems = problemsOf(details);
  return new ModuleXError({
    surface,
    status: response.status,
    code: textOf(nested['code']) ?? textOf(body['code']) ?? codes[response.status] ?? 'UNEXPECTED',
    message: textOf(nested['message']) ?? textOf(body['detail']) ?? textOf(body['error']) ?? sentenceOf(problems) ?? `The server answered ${response.status}`,
    details,
    problems,
    retryAfter: secondsOf(response.headers.get('retry-after')),
  });
}

function problemsOf(details: unknown): Problem[] {
  const list = isObject(details) ? details['problems'] : details;
  if (!Array.isArray(list)) return [];
  return list.filter(isObject).map((problem) => ({
    pointer: textOf(problem['pointer']) ?? pointerOf(problem['loc']),
    message: textOf(problem['message']) ?? textOf(problem['msg']) ?? textOf(problem['detail']) ?? '',
  }));
}

/** Document 3 tells where as pydantic does: the part of the request, and the names that lead there. */
function pointerOf(location: unknown): string {
  if (!Array.isArray(location)) return '';
  return location.slice(1).map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

const sentenceOf = (problems: readonly Problem[]): string | undefined =>
  problems.length === 0 ? undefined : problems.map(({ pointer, message }) => (pointer === '' ? message : `${pointer}: ${message}`)).join('; ');

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** RFC 9110, section 10.2.3: seconds, or a date. */
function secondsOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

function parsed(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    return isObject(body) ? body : {};
  } catch {
    return {};
  }
}
