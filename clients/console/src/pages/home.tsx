import { useQuery } from '@tanstack/react-query';
import type { ConnectionResponse, CursorPageResponseOfConnectionResponse, RunRecordResponse } from '@modulex/client/generated/v1';
import { type ReactNode, useMemo } from 'react';
import { Link } from 'react-router';
import { api } from '../api';
import { Note } from '../parts/forms';
import { Icon } from '../parts/icons';
import { Badge, Facts, Figure, Page, Section } from '../parts/page';
import { Plot } from '../parts/plot';
import { Empty, Loaded } from '../parts/states';
import { countOf, durationOf, shareOf, Time, wholeCountOf } from '../parts/time';
import { useSession } from '../session';
import { home as texts } from '../texts/home';
import { FirstSteps } from './first-steps';
import { groupsOf, hoursOf, percentileOf, reasonOf, useRecentRuns } from './recent-runs';
import './home.css';

const week = 7 * 86_400_000;

/** Runs may come by the hundred: what sums them up is asked for at times, rather than at every event. */
const askEvery = 15_000;

export function HomePage() {
  const { isOrganizationAdmin, isAdmin, isViewer } = useSession();
  const standing = useQuery({
    queryKey: ['home', 'standing'],
    queryFn: async ({ signal }) => {
      const [runs, installed, connections] = await Promise.all([
        api.v1.runs.list({ limit: 1 }, { signal }),
        api.documents.integrations.listInstalled({ signal }),
        api.v1.connections.list({ limit: 100 }, { signal }),
      ]);
      return {
        hasRun: runs.items.length > 0,
        isInstalled: installed.tools.length > 0,
        isConnected: connections.items.some(({ state }) => state !== 'pending' && state !== 'disconnected'),
      };
    },
    // Who has run something is no newcomer again.
    enabled: ({ state }) => state.data?.hasRun !== true,
    refetchInterval: askEvery,
  });
  const isNew = standing.data?.hasRun === false && !isViewer;
  return (
    <Page title={isNew ? texts.newTitle : texts.title} {...(isNew && { intro: texts.newIntro })}>
      <Loaded query={standing}>
        {({ hasRun, isInstalled, isConnected }) => (
          <>
            {!hasRun && isViewer && (
              <Empty title={texts.viewerTitle}>
                <p>{texts.viewer}</p>
              </Empty>
            )}
            {!hasRun && !isViewer && <FirstSteps isInstalled={isInstalled} isConnected={isConnected} />}
            {hasRun && isOrganizationAdmin && <WeekFigures />}
            {hasRun && <RecentRuns withFigures={!isOrganizationAdmin} />}
            {hasRun && (
              <div className="halves">
                <Failing />
                <ToMend />
              </div>
            )}
            {(isAdmin || isOrganizationAdmin) && <Health />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function WeekFigures() {
  const tools = useQuery({ queryKey: ['summary', 'tools'], queryFn: ({ signal }) => api.documents.analytics.getTools({ period: '7d' }, { signal }), refetchInterval: askEvery });
  const stats = useStats();
  const numbers = tools.data?.data?.tool_analytics;
  if (numbers === undefined || stats.data === undefined) return null;
  const { total_members, total_tool_authenticated } = stats.data.stats;
  const success = numbers.success_rate.value / 100;
  return (
    <div className="figures">
      <Figure label={texts.figures.runs} value={countOf(numbers.tool_executions.value)} />
      <Figure label={texts.figures.success} value={shareOf(success)} tone={success < 0.9 ? 'bad' : 'plain'} />
      <Figure label={texts.figures.time} value={durationOf(numbers.avg_execution_time.value)} />
      <Figure label={texts.figures.connected} value={countOf(total_tool_authenticated)} />
      <Figure label={texts.figures.members} value={countOf(total_members)} />
    </div>
  );
}

function RecentRuns({ withFigures }: { withFigures: boolean }) {
  const recent = useRecentRuns();
  return <Loaded query={recent}>{({ runs, isCut }) => <RunPlots runs={runs} isCut={isCut} withFigures={withFigures} />}</Loaded>;
}

function RunPlots({ runs, isCut, withFigures }: { runs: readonly RunRecordResponse[]; isCut: boolean; withFigures: boolean }) {
  const hours = useMemo(() => hoursOf(runs), [runs]);
  const results = useMemo(
    () => [
      { label: texts.runs.all, color: '--plot-1', values: hours.all },
      { label: texts.runs.failed, color: '--plot-2', values: hours.failed },
    ],
    [hours],
  );
  const latency = useMemo(
    () => [
      { label: texts.latency.p50, color: '--plot-3', values: hours.p50 },
      { label: texts.latency.p95, color: '--plot-4', values: hours.p95 },
    ],
    [hours],
  );
  const failed = runs.filter(({ success }) => !success).length;
  const middle = percentileOf(runs.map(({ duration_ms }) => duration_ms).sort((a, b) => a - b), 0.5);
  const cut = isCut && <p className="hint">{texts.runs.cut(countOf(runs.length))}</p>;
  return (
    <>
      {withFigures && (
        <div className="figures">
          <Figure label={texts.figures.recent} value={isCut ? `> ${countOf(runs.length)}` : countOf(runs.length)} />
          <Figure label={texts.figures.failed} value={countOf(failed)} tone={failed > 0 ? 'bad' : 'plain'} />
          <Figure label={texts.figures.middle} value={middle === null ? '–' : durationOf(middle)} />
        </div>
      )}
      <div className="halves">
        <Section title={texts.runs.title} actions={<Link to="/runs">{texts.runs.more}</Link>}>
          {runs.length === 0 ? <p className="quiet">{texts.runs.none}</p> : <Plot title={texts.runs.title} times={hours.times} lines={results} format={wholeCountOf} kind="bars" />}
          {cut}
        </Section>
        <Section title={texts.latency.title}>
          {runs.length === 0 ? <p className="quiet">{texts.runs.none}</p> : <Plot title={texts.latency.title} times={hours.times} lines={latency} format={durationOf} />}
          {cut}
        </Section>
      </div>
    </>
  );
}

const mostFailed = 100;
const mostGroups = 6;

/** Actions that failed lately, those that failed most first. */
function Failing() {
  const failed = useQuery({
    queryKey: ['summary', 'failed'],
    queryFn: ({ signal }) => api.v1.runs.list({ success: false, since: new Date(Date.now() - week).toISOString(), limit: mostFailed }, { signal }),
    refetchInterval: askEvery,
  });
  return (
    <Section title={texts.failing.title} actions={<Link to="/runs?result=failed&range=week">{texts.failing.more}</Link>}>
      <Loaded query={failed} empty={({ items }) => items.length === 0 && <Good>{texts.failing.good}</Good>}>
        {({ items, next_cursor }) => (
          <>
            <ul className="home-list">
              {[...groupsOf(items, ({ tool, action }) => `${tool} ${action}`).values()]
                .toSorted((a, b) => b.length - a.length)
                .slice(0, mostGroups)
                .map((group) => (
                  <FailingAction key={group[0]!.id} runs={group} />
                ))}
            </ul>
            {next_cursor !== null && <p className="hint">{texts.failing.cut(countOf(items.length))}</p>}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function FailingAction({ runs }: { runs: readonly RunRecordResponse[] }) {
  const { tool, action, started_at } = runs[0]!;
  const address = new URLSearchParams({ ...(tool && { tool }), ...(action && { action }), result: 'failed', range: 'week' });
  return (
    <li>
      <div className="line">
        <Link to={`/runs?${address}`}>
          {tool}: {action}
        </Link>
        <span>
          <Badge tone="bad">{texts.failing.times(countOf(runs.length))}</Badge>{' '}
          <span className="quiet">
            <Time at={started_at} />
          </span>
        </span>
      </div>
      <p className="quiet">{reasonOf(runs[0]!)}</p>
    </li>
  );
}

function ToMend() {
  const connections = useQuery({ queryKey: ['connections', 'to-mend'], queryFn: ({ signal }) => brokenConnections(signal) });
  return (
    <Section title={texts.connections.title} actions={<Link to="/connections">{texts.connections.more}</Link>}>
      <Loaded query={connections} empty={(broken) => broken.length === 0 && <Good>{texts.connections.good}</Good>}>
        {(broken) => (
          <ul className="home-list">
            {broken.map(({ id, tool, name, label, state, last_error }) => (
              <li key={id}>
                <div className="line">
                  <Link to={`/connections?${new URLSearchParams({ connection: id })}`}>
                    {tool}: {label ?? name}
                  </Link>
                  <Badge tone={state === 'needs_reconnect' ? 'bad' : 'warn'}>{texts.connections.states[state]}</Badge>
                </div>
                {last_error !== null && <p className="quiet">{last_error.message}</p>}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}

/** So many pages of connections are looked through at most. */
const mostPages = 10;

/** Those that do not work, among all that the person may see. */
async function brokenConnections(signal: AbortSignal): Promise<ConnectionResponse[]> {
  const broken: ConnectionResponse[] = [];
  let cursor: string | null = null;
  for (let page = 0; page === 0 || (cursor !== null && page < mostPages); page++) {
    const answer: CursorPageResponseOfConnectionResponse = await api.v1.connections.list({ limit: 100, ...(cursor !== null && { cursor }) }, { signal });
    broken.push(...answer.items.filter(({ state }) => state === 'needs_reconnect' || state === 'refresh_failed'));
    cursor = answer.next_cursor;
  }
  return broken;
}

function Good({ children }: { children: ReactNode }) {
  return (
    <p className="good-news">
      <Icon name="check" />
      {children}
    </p>
  );
}

function useStats(enabled = true) {
  return useQuery({ queryKey: ['summary', 'stats'], queryFn: ({ signal }) => api.documents.dashboard.getStats({ signal }), enabled, refetchInterval: askEvery * 2 });
}

/** How the server fares: for admins of the tenant its modules and load, for those of an organization a word. */
function Health() {
  const { isAdmin, isOrganizationAdmin } = useSession();
  const stats = useStats(isOrganizationAdmin);
  const status = useQuery({ queryKey: ['status', 'home'], queryFn: ({ signal }) => api.platform.status.get({ signal }), enabled: isAdmin });
  const health = stats.data?.stats.system_health;
  const server = status.data?.status;
  const facts: (readonly [string, ReactNode])[] = [];
  if (health !== undefined)
    facts.push([texts.health.state, <Badge key="health" tone={health === 'healthy' ? 'good' : health === 'degraded' ? 'warn' : 'bad'}>{texts.health.states[health] ?? health}</Badge>]);
  if (stats.data !== undefined) facts.push([texts.health.calls, countOf(stats.data.stats.api_calls_today)]);
  if (server !== undefined) {
    facts.push([texts.health.time, durationOf(server.performance.response_time)]);
    facts.push([texts.health.cpu, `${server.performance.cpu_usage} %`], [texts.health.memory, `${server.performance.memory_usage} %`]);
    facts.push([texts.health.modules, countOf(server.modules.active)]);
    if (server.modules.errors > 0) facts.push([texts.health.errors, <Badge key="errors" tone="bad">{countOf(server.modules.errors)}</Badge>]);
  }
  if (facts.length === 0) return null;
  return (
    <Section title={texts.health.title} {...(isAdmin && { actions: <Link to="/status">{texts.health.more}</Link> })}>
      <Facts facts={facts} />
      {(status.data?.warnings?.length ?? 0) > 0 && (
        <Note kind="warn">
          <h3>{texts.health.warnings}</h3>
          <ul>
            {status.data!.warnings!.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Note>
      )}
    </Section>
  );
}
