import type { Scopes } from '@modulex/client/generated/v1';

const scopes: Record<Scopes, { label: string; hint: string }> = {
  'sessions:read': { label: 'See connections', hint: 'sessions:read: which tools people have connected, and what there is to connect.' },
  'sessions:write': { label: 'Change connections', hint: 'sessions:write: connect and disconnect tools, switch them and their actions on and off.' },
  'runs:execute': { label: 'Run actions', hint: 'runs:execute: run actions of tools for people.' },
  'requests:raw': { label: 'Send any request', hint: 'requests:raw: any request to a tool’s own server with a person’s connection. Has to be asked for.' },
};

export const keys = {
  intro: 'With a service key your backend calls ModuleX for its own people. A key belongs to this organization and stays good when the person who made it leaves.',
  create: 'Create a key',
  name: 'Name',
  nameHint: 'Where the key is used, such as “billing backend”.',
  scopesTitle: 'What it may do',
  scopes,
  expiry: 'Ends',
  expiries: { never: 'Never', month: 'In 30 days', quarter: 'In 90 days', year: 'In a year' },
  madeTitle: 'The key is ready',
  once: 'Copy it now: it is shown this one time, and nobody can show it again.',
  key: 'Service key',
  example: 'Try it',
  exampleLabel: 'Command that lists the tools of a person',
  exampleHint: 'Lists the tools of the person that your backend calls “ada”.',
  close: 'I have copied it',
  columns: { name: 'Name', prefix: 'Begins with', scopes: 'May', state: 'State', lastUsed: 'Last used', expires: 'Ends', created: 'Created', actions: 'Actions' },
  states: { active: 'Active', expired: 'Expired', revoked: 'Revoked' },
  noEnd: 'Never',
  noneTitle: 'No service keys yet',
  none: 'Create one for each backend that calls ModuleX, so that each can be revoked alone.',
  revoke: 'Revoke',
  revokeOf: (name: string) => `Revoke ${name}`,
  revokeTitle: (name: string) => `Revoke ${name}?`,
  revokeText: 'Whatever uses the key is refused within a second. This can’t be undone; the key stays in the list.',
  revoked: 'The key was revoked.',
};
