// A server that runs, and people on it.
import { randomBytes } from 'node:crypto';
import { ModuleX, type ModuleXOptions } from '../src/index.js';

export const baseUrl = process.env['MODULEX_URL'] ?? 'http://localhost:8000';

/** What requests were sent, in their order, as `POST /api/auth/login`. */
export interface Recorder {
  sent: string[];
  fetch: typeof globalThis.fetch;
  count(request: string): number;
}

/** Sends requests as they are, and remembers them. */
export function recorder(send: typeof globalThis.fetch = globalThis.fetch): Recorder {
  const sent: string[] = [];
  return {
    sent,
    fetch: (input, init) => {
      sent.push(`${init?.method ?? 'GET'} ${new URL(String(input)).pathname}`);
      return send(input, init);
    },
    count: (request) => sent.filter((one) => one === request).length,
  };
}

export const client = (options: Partial<ModuleXOptions> = {}): ModuleX => new ModuleX({ baseUrl, ...options });

/** The administrator whom `Development` makes. */
export async function administrator(options: Partial<ModuleXOptions> = {}): Promise<ModuleX> {
  const modulex = client(options);
  await modulex.login('admin@example.com', 'admin123');
  return modulex;
}

export const newPassword = (): string => `Aa1!${randomBytes(12).toString('base64url')}`;

/** Somebody new, signed in. */
export async function person(options: Partial<ModuleXOptions> = {}): Promise<{ modulex: ModuleX; email: string; password: string; organization: string }> {
  const modulex = client(options);
  const [email, password] = [`person-${randomBytes(8).toString('hex')}@example.com`, newPassword()];
  await modulex.register({ email, password });
  const { organizations } = await modulex.modulex.auth.myOrganizations();
  return { modulex, email, password, organization: organizations[0]!.id };
}

/** Somebody new who has connected the tool `mock`, in an organization that has installed it. */
export async function personWithMock(options: Partial<ModuleXOptions> = {}): Promise<ModuleX> {
  const { modulex, email, password, organization } = await person();
  await modulex.modulex.auth.connectManually({ tool_name: 'mock', credentials: { api_key: randomBytes(8).toString('hex') } });
  const other = client({ organization, ...options });
  await other.login(email, password);
  return other;
}

/** Waits until it is so. */
export async function eventually(what: string, isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + 20_000; !isSo(); ) {
    if (Date.now() > end) throw new Error(`There was no ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
