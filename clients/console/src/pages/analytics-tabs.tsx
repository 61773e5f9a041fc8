import type { EndpointPerformance, RecentAlert, RecentSecurityEvent, TopTool, TopUser } from '@modulex/client/generated/modulex';
import { useState } from 'react';
import { api } from '../api';
import { useFilters } from '../parts/filters';
import { SelectField } from '../parts/forms';
import { Badge, Figure, Section, type Tone } from '../parts/page';
import { type Column, Table } from '../parts/table';
import { countOf, durationOf, Time, wholeCountOf } from '../parts/time';
import { common } from '../texts/common';
import { analytics as texts } from '../texts/analytics';
import { Bar, Measured, numberOf, percentOf, Read, SteadyPlot } from './analytics-parts';
import { dayOf, type Period, seriesOf, timeOf } from './analytics-series';

interface TabProps {
  period: Period;
}

const severityTones: Record<string, Tone> = { warning: 'warn', critical: 'bad' };
const Severity = ({ of }: { of: string }) => <Badge tone={severityTones[of] ?? 'plain'}>{texts.severities[of] ?? of}</Badge>;

const alertColumns: readonly Column<RecentAlert>[] = [
  { title: texts.message, width: '3fr', cell: ({ message }) => message },
  { title: texts.severity, width: '8rem', cell: ({ severity }) => <Severity of={severity} /> },
  { title: texts.when, width: '9rem', cell: ({ timestamp }) => <Time at={timestamp} /> },
];

/** The server says 0 where it measured nothing. */
const measured = (value: number): number | null => value || null;

export function OverviewTab({ period }: TabProps) {
  return (
    <Read tab="overview" period={period} read={(signal) => api.documents.analytics.getOverview({ period }, { signal })}>
      {({ data: { overview }, end }) => {
        const load = seriesOf(overview.system_performance, ({ time }) => time, { period, end, none: null }, {
          cpu: ({ cpu }) => measured(cpu),
          memory: ({ memory }) => measured(memory),
          response: (row) => measured(row.response_time),
        });
        return (
          <>
            <div className="figures">
              <Figure label={texts.users} value={countOf(overview.total_users)} />
              <Figure label={texts.tools} value={countOf(overview.total_tools)} />
              <Figure label={texts.activeTools} value={countOf(overview.active_tools)} />
              <Figure
                label={texts.system}
                value={texts.health[overview.system_health] ?? overview.system_health}
                tone={overview.system_health === 'optimal' ? 'good' : overview.system_health === 'degraded' ? 'warn' : 'bad'}
              />
            </div>
            <div className="halves">
              <Section title={texts.executionsTitle}>
                <SteadyPlot
                  title={texts.executionsTitle}
                  kind="bars"
                  times={overview.tool_usage.map(({ date }) => dayOf(date))}
                  lines={[{ label: texts.executions, color: '--plot-1', values: overview.tool_usage.map(({ executions }) => executions) }]}
                  format={wholeCountOf}
                />
              </Section>
              <Section title={texts.responseTitle}>
                <SteadyPlot title={texts.responseTitle} times={load.times} lines={[{ label: texts.response, color: '--plot-3', values: load.response }]} format={durationOf} />
              </Section>
              <Section title={texts.growthTitle}>
                <SteadyPlot
                  title={texts.growthTitle}
                  times={overview.user_growth.map(({ date }) => dayOf(date))}
                  lines={[{ label: texts.users, color: '--plot-1', values: overview.user_growth.map(({ users }) => users) }]}
                  format={wholeCountOf}
                />
              </Section>
              <Section title={texts.loadTitle}>
                <SteadyPlot
                  title={texts.loadTitle}
                  times={load.times}
                  lines={[
                    { label: texts.cpu, color: '--plot-1', values: load.cpu },
                    { label: texts.memory, color: '--plot-2', values: load.memory },
                  ]}
                  format={percentOf}
                />
              </Section>
            </div>
            <Section title={texts.alerts}>
              {overview.recent_alerts.length === 0 ? (
                <p className="quiet">{texts.noAlerts}</p>
              ) : (
                <Table label={common.tableOf(texts.alerts)} columns={alertColumns} rows={overview.recent_alerts} keyOf={({ id }) => id} />
              )}
            </Section>
          </>
        );
      }}
    </Read>
  );
}

const userColumns: readonly Column<TopUser>[] = [
  { title: texts.name, width: '2fr', cell: ({ name }) => name },
  { title: texts.email, width: '3fr', cell: ({ email }) => email },
  { title: texts.toolsUsed, width: '8rem', isNumber: true, cell: ({ tools_used }) => countOf(tools_used) },
  { title: texts.lastActive, width: '9rem', cell: ({ last_active }) => <Time at={last_active} /> },
];

const groupOf = { '24h': 'hour', '7d': 'day', '30d': 'day', '90d': 'week' } as const;

export function UsersTab({ period }: TabProps) {
  return (
    <Read tab="users" period={period} read={(signal) => api.documents.analytics.getUsers({ period, group_by: groupOf[period] }, { signal })}>
      {({ data: { user_analytics: users } }) => {
        const times = users.user_growth.map(({ date }) => timeOf(date));
        return (
          <>
            <div className="figures">
              <Figure label={texts.users} value={countOf(users.total_users)} />
              <Measured label={texts.newUsers} measurement={users.new_users} format={countOf} />
              <Measured label={texts.activeUsers} measurement={users.active_users} format={countOf} />
              <Measured label={texts.sessionTime} measurement={users.avg_session_time} format={(minutes) => texts.minutes(numberOf(minutes))} />
            </div>
            <div className="halves">
              <Section title={texts.growthTitle}>
                <SteadyPlot
                  title={texts.growthTitle}
                  times={times}
                  lines={[{ label: texts.total, color: '--plot-1', values: users.user_growth.map(({ total_users }) => total_users) }]}
                  format={wholeCountOf}
                />
              </Section>
              <Section title={texts.joinedTitle}>
                <SteadyPlot
                  title={texts.joinedTitle}
                  kind="bars"
                  times={times}
                  lines={[{ label: texts.joined, color: '--plot-3', values: users.user_growth.map(({ new_users }) => new_users) }]}
                  format={wholeCountOf}
                />
              </Section>
            </div>
            <Section title={texts.topUsers}>
              {users.top_users.length === 0 ? (
                <p className="quiet">{texts.noUsers}</p>
              ) : (
                <Table label={common.tableOf(texts.topUsers)} columns={userColumns} rows={users.top_users} keyOf={({ id }) => id} />
              )}
            </Section>
          </>
        );
      }}
    </Read>
  );
}

const toolColumns: readonly Column<TopTool>[] = [
  { title: texts.tool, width: '2fr', cell: ({ name }) => name },
  { title: texts.runs, width: '7rem', isNumber: true, cell: ({ usage }) => countOf(usage) },
  { title: texts.people, width: '7rem', isNumber: true, cell: ({ users }) => countOf(users) },
  { title: texts.success, width: '8rem', isNumber: true, cell: ({ successRate }) => percentOf(successRate) },
  { title: texts.trend, width: '7rem', cell: ({ trend }) => texts.trends[trend] },
];

export function ToolsTab({ period }: TabProps) {
  return (
    <Read tab="tools" period={period} read={(signal) => api.documents.analytics.getTools({ period }, { signal })}>
      {({ data: { tool_analytics: tools } }) => (
        <>
          <div className="figures">
            <Measured label={texts.executions} measurement={tools.tool_executions} format={countOf} />
            <Measured label={texts.success} measurement={tools.success_rate} format={percentOf} isShare />
            <Measured label={texts.runTime} measurement={tools.avg_execution_time} format={durationOf} />
            <Measured label={texts.installations} measurement={tools.total_installations} format={countOf} />
          </div>
          <Section title={texts.topTools}>
            {tools.top_tools.length === 0 ? (
              <p className="quiet">{texts.noTools}</p>
            ) : (
              <Table label={common.tableOf(texts.topTools)} columns={toolColumns} rows={tools.top_tools} keyOf={({ id }) => id} />
            )}
          </Section>
          <Section title={texts.adoptionTitle}>
            <Months rows={tools.tool_adoption} />
          </Section>
        </>
      )}
    </Read>
  );
}

/** A few months are read sooner than drawn. */
function Months({ rows }: { rows: readonly { month: string; installations: number; uninstallations: number }[] }) {
  return (
    <div className="table-box">
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.month}</th>
            <th scope="col" className="number">
              {texts.installed}
            </th>
            <th scope="col" className="number">
              {texts.uninstalled}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ month, installations, uninstallations }) => (
            <tr key={month}>
              <th scope="row">{month}</th>
              <td className="number">{countOf(installations)}</td>
              <td className="number">{countOf(uninstallations)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const endpointColumns: readonly Column<EndpointPerformance>[] = [
  { title: texts.endpoint, width: '3fr', cell: ({ endpoint }) => <code>{endpoint}</code> },
  { title: texts.averageTime, width: '8rem', isNumber: true, sort: 'avg_time', cell: ({ avg_time }) => durationOf(avg_time) },
  { title: texts.calls, width: '8rem', isNumber: true, sort: 'calls', cell: ({ calls }) => countOf(calls) },
  { title: texts.errors, width: '7rem', isNumber: true, sort: 'errors', cell: ({ errors }) => countOf(errors) },
];

export function PerformanceTab({ period }: TabProps) {
  return (
    <Read tab="performance" period={period} read={(signal) => api.documents.analytics.getPerformance({ period }, { signal })}>
      {({ data: { performance_analytics: numbers }, end }) => {
        const spread = seriesOf(numbers.api_response_times ?? [], ({ time }) => time, { period, end, none: null }, { p50: ({ p50 }) => p50, p95: ({ p95 }) => p95, p99: ({ p99 }) => p99 });
        return (
          <>
            <div className="figures">
              {numbers.request_volume && <Measured label={texts.requests} measurement={numbers.request_volume} format={countOf} />}
              {numbers.error_rate && <Measured label={texts.errorRate} measurement={numbers.error_rate} format={percentOf} isShare />}
              {numbers.avg_response_time && <Measured label={texts.average} measurement={numbers.avg_response_time} format={durationOf} />}
              {numbers.uptime && <Measured label={texts.uptime} measurement={numbers.uptime} format={percentOf} isShare />}
            </div>
            <Section title={texts.percentilesTitle}>
              <p className="quiet">{texts.percentilesHint}</p>
              <SteadyPlot
                title={texts.percentilesTitle}
                times={spread.times}
                lines={[
                  { label: texts.p50, color: '--plot-1', values: spread.p50 },
                  { label: texts.p95, color: '--plot-4', values: spread.p95 },
                  { label: texts.p99, color: '--plot-2', values: spread.p99 },
                ]}
                format={durationOf}
              />
            </Section>
            <Section title={texts.endpoints}>
              <Endpoints rows={numbers.endpoint_performance ?? []} />
            </Section>
            {(numbers.system_metrics?.length ?? 0) > 0 && (
              <Section title={texts.now}>
                <ul className="bars">
                  {numbers.system_metrics!.map(({ name, value }) => (
                    <Bar key={name} label={name} share={value}>
                      {percentOf(value)}
                    </Bar>
                  ))}
                </ul>
              </Section>
            )}
          </>
        );
      }}
    </Read>
  );
}

/** The slow ones first. */
function Endpoints({ rows }: { rows: readonly EndpointPerformance[] }) {
  const [by, setBy] = useState<'avg_time' | 'calls' | 'errors'>('avg_time');
  if (rows.length === 0) return <p className="quiet">{texts.noEndpoints}</p>;
  return (
    <Table
      label={common.tableOf(texts.endpoints)}
      columns={endpointColumns}
      rows={rows.toSorted((a, b) => b[by] - a[by])}
      keyOf={({ endpoint }) => endpoint}
      sort={{ by, isDescending: true, change: (chosen) => setBy(chosen as typeof by) }}
    />
  );
}

const eventColumns: readonly Column<RecentSecurityEvent>[] = [
  { title: texts.message, width: '3fr', cell: ({ message }) => message },
  { title: texts.kind, width: '2fr', cell: ({ type }) => <code>{type}</code> },
  { title: texts.severity, width: '8rem', cell: ({ severity }) => <Severity of={severity} /> },
  { title: texts.when, width: '10rem', cell: ({ time }) => time },
];

const eventTypes = [
  'auth_success',
  'auth_fail',
  'account_locked',
  'token_reuse',
  'tenant_mismatch',
  'egress_refused',
  'callback_refused',
  'credential_rejected',
  'api_key_refused',
  'webhook_refused',
  'secret_damaged',
] as const;

const scoreToneOf = (score: number): Tone => (score >= 80 ? 'good' : score >= 50 ? 'warn' : 'bad');

export function SecurityTab({ period }: TabProps) {
  const [{ event }, change] = useFilters<'event'>();
  const type = eventTypes.find((known) => known === event);
  return (
    <Read
      tab={`security ${type}`}
      period={period}
      read={(signal) => api.documents.analytics.getSecurity({ period, ...(type !== undefined && { event_type: type }) }, { signal })}
    >
      {({ data: { security_analytics: security }, end }) => {
        const events = seriesOf(
          security.security_events,
          ({ time }) => time,
          { period, end, none: 0 },
          { tried: (row) => row.login_attempts, failed: (row) => row.failed_logins, suspicious: (row) => row.suspicious_activity },
        );
        return (
          <>
            <div className="figures">
              <Figure label={texts.score} value={countOf(security.security_score)} note={texts.outOfMost} tone={scoreToneOf(security.security_score)} />
              <Measured label={texts.failedLogins} measurement={security.failed_logins} format={countOf} />
              <Measured label={texts.suspicious} measurement={security.suspicious_activities} format={countOf} />
              <Figure label={texts.sessions} value={countOf(security.active_sessions)} />
            </div>
            <Section title={texts.eventsTitle}>
              <SteadyPlot
                title={texts.eventsTitle}
                times={events.times}
                lines={[
                  { label: texts.logins, color: '--plot-1', values: events.tried },
                  { label: texts.failedLogins, color: '--plot-2', values: events.failed },
                  { label: texts.suspicious, color: '--plot-4', values: events.suspicious },
                ]}
                format={wholeCountOf}
              />
            </Section>
            <div className="halves">
              <Section title={texts.scoreTitle}>
                <ul className="bars">
                  {security.security_score_breakdown.map(({ subject, score, full_mark }) => (
                    <Bar key={subject} label={subject} share={(score / full_mark) * 100}>
                      {texts.outOf(score, full_mark)}
                    </Bar>
                  ))}
                </ul>
              </Section>
              <Section title={texts.methods}>
                <ul className="bars">
                  {security.auth_methods_usage.map(({ method, value }) => (
                    <Bar key={method} label={texts.methodNames[method] ?? method} share={value}>
                      {percentOf(value)}
                    </Bar>
                  ))}
                </ul>
              </Section>
            </div>
            <Section title={texts.recent}>
              <div className="filters">
                <SelectField
                  label={texts.kind}
                  value={type ?? ''}
                  onChange={(chosen) => change({ event: chosen })}
                  options={[{ value: '', label: common.any }, ...eventTypes.map((value) => ({ value, label: value }))]}
                />
              </div>
              {security.recent_security_events.length === 0 ? (
                <p className="quiet">{texts.noEvents}</p>
              ) : (
                <Table label={common.tableOf(texts.recent)} columns={eventColumns} rows={security.recent_security_events} keyOf={({ id }) => String(id)} />
              )}
            </Section>
          </>
        );
      }}
    </Read>
  );
}
