import { useQuery } from '@tanstack/react-query';
import type { RunRecordResponse } from '@modulex/client/generated/v1';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { api } from '../api';
import { useFilters } from '../parts/filters';
import { Button, SelectField, TextField } from '../parts/forms';
import { Badge, Page } from '../parts/page';
import { Empty } from '../parts/states';
import { type Column, Listed, Table } from '../parts/table';
import { durationOf, Time } from '../parts/time';
import { useSession } from '../session';
import { common } from '../texts/common';
import { runs as texts } from '../texts/runs';
import { type RunQuery, useLiveRuns } from './live-runs';
import { reasonOf } from './recent-runs';
import { RunDrawer } from './run-drawer';
import './runs.css';

type Filter = 'tool' | 'action' | 'result' | 'range' | 'since' | 'until' | 'connection' | 'owner' | 'run';
type Filters = Partial<Record<Filter, string>>;
type Change = (changes: Partial<Record<Filter, string | undefined>>) => void;

const facets = ['tool', 'action', 'result', 'range', 'since', 'until', 'connection', 'owner'] as const;

export function RunsPage() {
  const [filters, change] = useFilters<Filter>();
  const query = useRunQuery(filters);
  const { list, newer, isMore, showNewer } = useLiveRuns(query);
  const people = usePeople();
  const { isViewer } = useSession();
  const isFiltered = facets.some((name) => filters[name] !== undefined);
  const clear = () => change(Object.fromEntries(facets.map((name) => [name, undefined])));

  return (
    <Page title={texts.title} intro={texts.intro}>
      <RunFilters filters={filters} change={change} people={people.all} />
      {newer > 0 && (
        <div className="newer">
          <Button onClick={showNewer}>{texts.newer(newer, isMore)}</Button>
        </div>
      )}
      <Listed
        query={list}
        empty={
          isFiltered ? (
            <Empty title={texts.noneTitle}>
              <p>{texts.none}</p>
              <Button onClick={clear}>{texts.clear}</Button>
            </Empty>
          ) : (
            <Empty title={texts.emptyTitle}>
              <p>{texts.empty}</p>
              {!isViewer && (
                <Link className="button main" to="/playground">
                  {texts.toPlayground}
                </Link>
              )}
            </Empty>
          )
        }
      >
        {(rows, onEnd) => (
          <Table label={texts.label} columns={columnsFor(people.personOf)} rows={rows} keyOf={({ id }) => id} onOpen={({ id }) => change({ run: id })} onEnd={onEnd} />
        )}
      </Listed>
      {filters.run !== undefined && <RunDrawer id={filters.run} personOf={people.personOf} onClose={() => change({ run: undefined })} />}
    </Page>
  );
}

const columnsFor = (personOf: (owner: string | null) => string): readonly Column<RunRecordResponse>[] => [
  {
    title: texts.action,
    width: '3fr',
    cell: ({ tool, action }) => (
      <span className="one-line">
        <span className="quiet">{tool ?? texts.unknown}</span> {action ?? texts.unknown}
      </span>
    ),
  },
  { title: texts.result, width: '8rem', cell: ({ success }) => (success ? <Badge tone="good">{texts.succeeded}</Badge> : <Badge tone="bad">{texts.failed}</Badge>) },
  { title: texts.reason, width: '3fr', cell: (run) => <span className="quiet one-line">{reasonOf(run)}</span> },
  { title: texts.started, width: '9rem', cell: ({ started_at }) => <Time at={started_at} /> },
  { title: texts.duration, width: '7rem', isNumber: true, cell: ({ duration_ms }) => durationOf(duration_ms) },
  { title: texts.runFor, width: '2fr', cell: ({ owner }) => personOf(owner) },
];

function RunFilters({ filters, change, people }: { filters: Filters; change: Change; people: readonly { id: string; email: string }[] }) {
  const tools = useQuery({ queryKey: ['tools', 'mine'], queryFn: ({ signal }) => api.documents.tools.listMine({ signal }) });
  const connections = useQuery({ queryKey: ['connections', 'facet'], queryFn: ({ signal }) => api.v1.connections.list({ limit: 100 }, { signal }) });
  const ownTools = tools.data?.tools ?? [];
  const actions = ownTools.find(({ name }) => name === filters.tool)?.actions ?? [];
  const ownConnections = (connections.data?.items ?? []).filter(({ tool }) => filters.tool === undefined || tool === filters.tool);
  return (
    <div className="filters" role="search" aria-label={texts.label}>
      <SelectField
        label={texts.tool}
        value={filters.tool ?? ''}
        onChange={(tool) => change({ tool, action: undefined, connection: undefined })}
        options={optionsOf(ownTools.map(({ name, display_name }) => ({ value: name, label: display_name })), filters.tool)}
      />
      {filters.tool !== undefined && (
        <SelectField
          label={texts.action}
          value={filters.action ?? ''}
          onChange={(action) => change({ action })}
          options={optionsOf(actions.map(({ name }) => ({ value: name, label: name })), filters.action)}
        />
      )}
      <SelectField
        label={texts.result}
        value={filters.result ?? ''}
        onChange={(result) => change({ result })}
        options={optionsOf([
          { value: 'succeeded', label: texts.succeeded },
          { value: 'failed', label: texts.failed },
        ])}
      />
      <SelectField
        label={texts.time}
        value={filters.range ?? ''}
        onChange={(range) => change({ range, since: undefined, until: undefined })}
        options={optionsOf(Object.entries(texts.ranges).map(([value, label]) => ({ value, label })))}
      />
      {filters.range === 'custom' && (
        <>
          <TextField label={texts.since} type="datetime-local" value={filters.since ?? ''} onChange={(since) => change({ since })} />
          <TextField label={texts.until} type="datetime-local" value={filters.until ?? ''} onChange={(until) => change({ until })} />
        </>
      )}
      {(ownConnections.length > 0 || filters.connection !== undefined) && (
        <SelectField
          label={texts.connection}
          value={filters.connection ?? ''}
          onChange={(connection) => change({ connection })}
          options={optionsOf(ownConnections.map(({ id, tool, name, label }) => ({ value: id, label: `${tool}: ${label ?? name}` })), filters.connection)}
        />
      )}
      {people.length > 1 && (
        <SelectField
          label={texts.owner}
          value={filters.owner ?? ''}
          onChange={(owner) => change({ owner })}
          options={optionsOf(people.map(({ id, email }) => ({ value: id, label: email })), filters.owner)}
        />
      )}
    </div>
  );
}

/** The options of a facet; what an address names is among them, also where it is not known here. */
function optionsOf(options: readonly { value: string; label: string }[], chosen?: string) {
  const isMissing = chosen !== undefined && !options.some(({ value }) => value === chosen);
  return [{ value: '', label: common.any }, ...options, ...(isMissing ? [{ value: chosen, label: chosen }] : [])];
}

const hour = 3_600_000;
const lengths: Record<string, number> = { hour, day: 24 * hour, week: 7 * 24 * hour };

/** What the address asks for, in the words of the server. */
function useRunQuery({ tool, action, result, range, since, until, connection, owner }: Filters): RunQuery {
  return useMemo(() => {
    const length = lengths[range ?? ''];
    const from = length === undefined ? isoOf(since) : new Date(Date.now() - length).toISOString();
    const to = isoOf(until);
    return {
      ...(tool !== undefined && { tool }),
      ...(action !== undefined && { action }),
      ...(result !== undefined && { success: result === 'succeeded' }),
      ...(connection !== undefined && { connection_id: connection }),
      ...(owner !== undefined && { owner }),
      ...(from !== undefined && { since: from }),
      ...(to !== undefined && { until: to }),
    };
  }, [tool, action, result, range, since, until, connection, owner]);
}

/** Of a time that a person has entered. */
const isoOf = (time: string | undefined): string | undefined => (time === undefined || Number.isNaN(Date.parse(time)) ? undefined : new Date(time).toISOString());

/** Names in the place of ids, as far as they may be known. */
function usePeople() {
  const { me, isOrganizationAdmin } = useSession();
  const users = useQuery({
    queryKey: ['people', 'names'],
    queryFn: ({ signal }) => api.documents.dashboardUsers.list({ limit: 100 }, { signal }),
    enabled: isOrganizationAdmin,
    staleTime: 60_000,
  });
  const all = users.data?.users ?? [];
  const emails = new Map(all.map(({ id, email }) => [id, email]));
  return { all, personOf: (owner: string | null) => (owner === me.id ? texts.you : owner === null ? texts.unknown : (emails.get(owner) ?? owner)) };
}
