import type { EndpointPerformance, RecentSecurityEvent } from '@modulex/client/generated/modulex';
import { useState } from 'react';
import { api } from '../api';
import { useFilters } from '../parts/filters';
import { SelectField } from '../parts/forms';
import { Figure, Section, type Tone } from '../parts/page';
import { type Column, Table } from '../parts/table';
import { countOf, durationOf, wholeCountOf } from '../parts/time';
import { common } from '../texts/common';
import { analytics as texts } from '../texts/analytics';
import { Bar, Measured, percentOf, Read, Severity, SteadyPlot, type TabProps } from './analytics-parts';
import { seriesOf } from './analytics-series';

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
