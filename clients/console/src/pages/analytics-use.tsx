import type { RecentAlert, TopTool, TopUser } from '@modulex/client/generated/modulex';
import { api } from '../api';
import { Figure, Section } from '../parts/page';
import { type Column, Table } from '../parts/table';
import { countOf, durationOf, Time, wholeCountOf } from '../parts/time';
import { common } from '../texts/common';
import { analytics as texts } from '../texts/analytics';
import { Measured, numberOf, percentOf, Read, Severity, SteadyPlot, type TabProps } from './analytics-parts';
import { dayOf, seriesOf, timeOf } from './analytics-series';

/** The server says 0 where it measured nothing. */
const measured = (value: number): number | null => value || null;

const alertColumns: readonly Column<RecentAlert>[] = [
  { title: texts.message, width: '3fr', cell: ({ message }) => message },
  { title: texts.severity, width: '8rem', cell: ({ severity }) => <Severity of={severity} /> },
  { title: texts.when, width: '9rem', cell: ({ timestamp }) => <Time at={timestamp} /> },
];

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
