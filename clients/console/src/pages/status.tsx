import { useQuery } from '@tanstack/react-query';
import type { NodeResponse } from '@modulex/client/generated/v1';
import { useEffect, useMemo, useState } from 'react';
import { api } from '../api';
import { Note } from '../parts/forms';
import { Badge, Figure, Page, Section } from '../parts/page';
import { Plot } from '../parts/plot';
import { Loaded } from '../parts/states';
import { type Column, Table } from '../parts/table';
import { countOf, durationOf, Time } from '../parts/time';
import { useSession } from '../session';
import { navigation } from '../texts/common';
import { status as texts } from '../texts/status';
import './status.css';

const shown = 10;

/** Samples of the server are taken this often; an event tells of one, too. */
const pause = 10_000;

export function StatusPage() {
  const { isAdmin } = useSession();
  const status = useQuery({ queryKey: ['status'], queryFn: ({ signal }) => api.platform.status.get({ signal }), refetchInterval: pause });
  const health = useQuery({ queryKey: ['health'], queryFn: ({ signal }) => api.documents.system.health({ signal }), refetchInterval: 3 * pause });
  return (
    <Page title={navigation.pages.status} intro={texts.intro}>
      <Loaded query={status}>
        {({ status: { initialization, modules, performance }, warnings, last_updated }) => (
          <>
            <div className="figures status-figures">
              <Figure
                label={texts.health}
                value={health.data ? (health.data.status === 'healthy' ? texts.healthy : health.data.status) : '–'}
                tone={health.data ? (health.data.status === 'healthy' ? 'good' : 'bad') : 'plain'}
                note={health.data && `${texts.version} ${health.data.version}`}
              />
              <Figure
                label={texts.start}
                value={texts.startStates[initialization.status]}
                tone={initialization.status === 'failed' ? 'bad' : 'plain'}
                {...(initialization.status !== 'completed' && { note: `${initialization.progress} %, ${initialization.current_step}` })}
              />
              <Figure label={texts.modules} value={texts.modulesOf(modules.active, modules.total)} tone={modules.errors > 0 ? 'warn' : 'plain'} note={texts.modulesErrors(modules.errors)} />
              <Figure label={texts.cpu} value={texts.percent(performance.cpu_usage)} tone={performance.cpu_usage > 90 ? 'warn' : 'plain'} />
              <Figure label={texts.memory} value={texts.percent(performance.memory_usage)} tone={performance.memory_usage > 90 ? 'warn' : 'plain'} />
              <Figure label={texts.response} value={durationOf(performance.response_time)} note={texts.responseNote} />
            </div>
            {warnings && warnings.length > 0 && (
              <Section title={texts.warnings}>
                <Note kind="warn">
                  <ul>
                    {warnings.map((warning) => (
                      <li key={warning}>{warning}</li>
                    ))}
                  </ul>
                </Note>
              </Section>
            )}
            <LastMinutes time={last_updated} cpu={performance.cpu_usage} memory={performance.memory_usage} />
          </>
        )}
      </Loaded>
      {isAdmin && (
        <>
          <Nodes />
          <Alerts />
          <Errors />
          <SlowRequests />
          <Records />
        </>
      )}
    </Page>
  );
}

interface Sample {
  time: string;
  cpu: number;
  memory: number;
}

/** The server tells no news more often, however often it is asked. */
const shortest = 5_000;

/** Ten minutes of samples. */
const mostSamples = 60;

function LastMinutes({ time, cpu, memory }: Sample) {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useEffect(() => setSamples((before) => (Date.parse(time) - Date.parse(before.at(-1)?.time ?? '1970-01-01T00:00:00Z') < shortest ? before : [...before, { time, cpu, memory }].slice(-mostSamples))), [time, cpu, memory]);
  const times = useMemo(() => samples.map((sample) => sample.time), [samples]);
  const lines = useMemo(
    () => [
      { label: texts.cpu, color: '--plot-1', values: samples.map((sample) => sample.cpu) },
      { label: texts.memory, color: '--plot-2', values: samples.map((sample) => sample.memory) },
    ],
    [samples],
  );
  return (
    <Section title={texts.plot}>
      <p className="hint">{texts.plotHint}</p>
      {samples.length < 2 ? <p className="quiet">{texts.waiting}</p> : <Plot title={texts.plotTitle} times={times} lines={lines} format={texts.percent} />}
    </Section>
  );
}

const nodeColumns: readonly Column<NodeResponse>[] = [
  {
    title: texts.nodeColumns.name,
    cell: ({ name, is_self }) => (
      <>
        {name} {is_self && <Badge>{texts.self}</Badge>}
      </>
    ),
    width: '2fr',
  },
  { title: texts.nodeColumns.address, cell: ({ address }) => address ?? <span className="quiet">{texts.embedded}</span>, width: '10.5rem' },
  { title: texts.nodeColumns.version, cell: ({ version }) => version ?? '–', width: '6rem' },
  { title: texts.nodeColumns.status, cell: ({ status }) => <Badge tone={status === 'active' ? 'good' : status === 'dead' ? 'bad' : 'warn'}>{texts.nodeStates[status] ?? status}</Badge>, width: '8.5rem' },
  { title: texts.nodeColumns.started, cell: ({ started_at }) => <Time at={started_at} />, width: '10.5rem' },
  { title: texts.nodeColumns.seen, cell: ({ last_seen }) => <Time at={last_seen} />, width: '10.5rem' },
];

function Nodes() {
  const query = useQuery({ queryKey: ['status', 'nodes'], queryFn: async ({ signal }) => (await api.v1.nodes.list({ signal })).items });
  return (
    <Section title={texts.nodes}>
      <p className="hint">{texts.nodesHint}</p>
      <Loaded query={query}>{(nodes) => <Table label={texts.nodes} columns={nodeColumns} rows={nodes} keyOf={({ id }) => id} />}</Loaded>
    </Section>
  );
}

function Errors() {
  const query = useQuery({ queryKey: ['status', 'errors'], queryFn: async ({ signal }) => (await api.documents.monitoring.listErrors({ limit: shown }, { signal })).errors });
  return (
    <Section title={texts.errors}>
      <Loaded query={query} empty={(errors) => errors.length === 0 && <p className="quiet">{texts.noErrors}</p>}>
        {(errors) => (
          <Table
            label={texts.errors}
            rows={errors}
            keyOf={({ id }) => id}
            columns={[
              { title: texts.errorColumns.time, cell: ({ timestamp }) => <Time at={timestamp} />, width: '10rem' },
              { title: texts.errorColumns.message, cell: ({ message }) => message, width: '3fr' },
              { title: texts.errorColumns.level, cell: ({ level }) => <Badge tone="bad">{texts.levels[level]}</Badge>, width: '6.5rem' },
              { title: texts.errorColumns.about, cell: ({ tool_name, category }) => tool_name ?? category },
              { title: texts.errorColumns.endpoint, cell: ({ endpoint }) => endpoint ?? '', width: '1.5fr' },
              { title: texts.errorColumns.code, cell: ({ error_code }) => error_code && <code>{error_code}</code>, width: '1.5fr' },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}

function SlowRequests() {
  const query = useQuery({ queryKey: ['status', 'slow'], queryFn: ({ signal }) => api.documents.monitoring.listSlowRequests({ limit: shown }, { signal }) });
  return (
    <Section title={texts.slow}>
      <Loaded query={query}>
        {({ slow_requests, threshold_ms }) => (
          <>
            <p className="hint">{texts.slowHint(durationOf(threshold_ms))}</p>
            {slow_requests.length === 0 ? (
              <p className="quiet">{texts.noSlow}</p>
            ) : (
              <Table
                label={texts.slow}
                rows={slow_requests}
                keyOf={({ id }) => id}
                columns={[
                  { title: texts.slowColumns.time, cell: ({ timestamp }) => <Time at={timestamp} />, width: '10rem' },
                  { title: texts.slowColumns.endpoint, cell: ({ method, endpoint }) => `${method} ${endpoint}`, width: '3fr' },
                  { title: texts.slowColumns.duration, cell: ({ duration_ms }) => durationOf(duration_ms), isNumber: true, width: '6rem' },
                  { title: texts.slowColumns.status, cell: ({ status_code }) => status_code, isNumber: true, width: '5.5rem' },
                  { title: texts.slowColumns.tool, cell: ({ tool_name, action_name }) => [tool_name, action_name].filter(Boolean).join(': '), width: '1.5fr' },
                ]}
              />
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Alerts() {
  const query = useQuery({ queryKey: ['status', 'alerts'], queryFn: async ({ signal }) => (await api.documents.monitoring.listAlerts({ limit: shown }, { signal })).alerts });
  return (
    <Section title={texts.alerts}>
      <Loaded query={query} empty={(alerts) => alerts.length === 0 && <p className="quiet">{texts.noAlerts}</p>}>
        {(alerts) => (
          <Table
            label={texts.alerts}
            rows={alerts}
            keyOf={({ id }) => id}
            columns={[
              { title: texts.alertColumns.time, cell: ({ timestamp }) => <Time at={timestamp} />, width: '10rem' },
              { title: texts.alertColumns.message, cell: ({ message }) => message, width: '3fr' },
              { title: texts.alertColumns.severity, cell: ({ severity }) => <Badge tone={severity === 'CRITICAL' ? 'bad' : 'warn'}>{texts.levels[severity]}</Badge>, width: '7rem' },
              { title: texts.alertColumns.count, cell: ({ count }) => countOf(count), isNumber: true, width: '5rem' },
              { title: texts.alertColumns.address, cell: ({ ip_address }) => ip_address ?? '' },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}

function Records() {
  const query = useQuery({ queryKey: ['status', 'logs'], queryFn: async ({ signal }) => (await api.documents.monitoring.getLogStats({ hours: 24 }, { signal })).stats });
  return (
    <Section title={texts.logs}>
      <Loaded query={query}>
        {(stats) => (
          <div className="figures">
            {(Object.keys(texts.logKinds) as (keyof typeof texts.logKinds)[]).map((kind) => (
              <Figure key={kind} label={texts.logKinds[kind]} value={countOf(stats[kind])} tone={kind === 'error_logs' && stats[kind] > 0 ? 'bad' : 'plain'} />
            ))}
          </div>
        )}
      </Loaded>
    </Section>
  );
}
