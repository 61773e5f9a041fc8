import { navigation } from './common';

export const runs = {
  title: navigation.pages.runs,
  intro: 'Every action that was run, newest first. What was sent and answered is not kept; whether it worked, and why not, is.',
  label: 'Runs',
  tool: 'Tool',
  action: 'Action',
  result: 'Result',
  succeeded: 'Succeeded',
  failed: 'Failed',
  reason: 'Why not',
  time: 'Time',
  ranges: { hour: 'Last hour', day: 'Last 24 hours', week: 'Last 7 days', custom: 'From … to …' },
  since: 'From',
  until: 'Until',
  connection: 'Connection',
  owner: 'Person',
  started: 'Started',
  duration: 'Took',
  runFor: 'Ran for',
  you: 'You',
  unknown: 'Unknown',
  noConnection: 'No connection',
  emptyTitle: 'No runs yet',
  empty: 'Run an action in the playground or by the API, and it appears here within a second or two.',
  toPlayground: 'Open the playground',
  noneTitle: 'No run fits',
  none: 'Choose other filters, or a longer time.',
  clear: 'Clear the filters',
  newer: (count: number, isMore: boolean) => `Show ${isMore ? 'more than ' : ''}${count} newer ${count === 1 ? 'run' : 'runs'}`,
};

export const run = {
  title: (tool: string | null, action: string | null) => [tool, action].filter(Boolean).join(': ') || 'Run',
  id: 'Run',
  why: 'Why it failed',
  code: 'Error code',
  advice: 'What to do',
  again: 'Run it again in the playground',
  toConnection: 'Open its connection',
  others: 'Other failed runs of this action',
};

const connectAgain = 'Connect the tool again, then run the action again.';
const later = 'The service has trouble, or is slow. Run it again in a while; if this goes on, look at the service’s own status page.';

/** What to do about a failed run, by its error code. */
export const advice: Record<string, string> = {
  tool_not_connected: 'The person has not connected this tool, or not this account of it. Connect it, then run the action again.',
  invalid_credentials: `The service no longer takes the credential of this connection. ${connectAgain}`,
  missing_scope: 'The connection was not given a right that this action needs. Connect the tool again and agree to all it asks for.',
  address_invalid: `The connection lacks a usable server address. ${connectAgain}`,
  invalid_parameters: 'A parameter is missing or wrong. The message names it; the playground’s form shows what each should be.',
  action_not_found: 'The tool has no action of this name. Look at the tool’s page for the right one.',
  tool_not_found: 'There is no tool of this name. Look at the tools page for the right one.',
  tool_not_installed: 'The organization has not installed this tool. An admin can install it on the tools page.',
  action_not_executable: 'The tool’s manifest describes this action, but not how to run it. The maintainer of the tool has to add that.',
  action_disabled: 'The action is switched off for this connection. Switch it on there if it should run.',
  tool_inactive: 'The connection is switched off. Switch it on, on the connections page, if the action should run.',
  integration_inactive: 'The tool is switched off in this organization. An admin can switch it on again on the tools page.',
  upstream_refused: 'The service understood the request and said no. Its own words are in the message: check the parameters, and whether what they name exists.',
  upstream_failed: later,
  upstream_timeout: later,
  upstream_unreachable: 'The service could not be reached. Check that it is up, and for a self-hosted one that the connection has the right address.',
  upstream_rate_limited: 'The service takes only so many requests in a time. Wait a little, then run it again, or run it less often.',
  upstream_circuit_open: 'The service failed so often that it is left alone for a short while. Run it again in a minute.',
  upstream_busy: 'Too many runs of this tool were under way at once. Run it again, or fewer at a time.',
  upstream_too_large: 'The answer is larger than the server takes. Ask for less, for example with a filter or a smaller page.',
  upstream_unexpected_content: 'The service answered something other than JSON. For a self-hosted one, check that the connection has the right address.',
  egress_refused: 'The server does not send requests to this address. An operator can allow it with the setting Egress:Allow.',
};

export const otherAdvice = 'The message says what is known. If it does not help, an operator finds more in the server’s log at the time of the run.';
