import { useQuery } from '@tanstack/react-query';
import type { AuditListStatus, AuditLogResponse } from '@modulex/client/generated/authx';
import { useEffect, useId, useState } from 'react';
import { api } from '../api';
import { type Change, Changes, writtenOf } from '../parts/changes';
import { Dialog } from '../parts/dialogs';
import { useFilters } from '../parts/filters';
import { Button, SelectField, TextField } from '../parts/forms';
import { Badge, Facts, Page, type Tone } from '../parts/page';
import { given, numbered } from '../parts/pages';
import { PersonName } from '../parts/person';
import { useChange, useList } from '../parts/queries';
import { Empty } from '../parts/states';
import { type Column, Listed, Table } from '../parts/table';
import { Time, wholeTimeOf } from '../parts/time';
import { useSession } from '../session';
import { actionOf, audit as texts, wordsOf } from '../texts/audit';
import { common, navigation } from '../texts/common';

type Name = 'user' | 'action' | 'resource' | 'status' | 'from' | 'until';

const tones: Record<AuditListStatus, Tone> = { success: 'good', failure: 'bad', warning: 'warn' };
const pageSize = 50;

const columns: readonly Column<AuditLogResponse>[] = [
  { title: texts.columns.action, cell: ({ action }) => actionOf(action), width: '2fr' },
  { title: texts.columns.time, cell: ({ created_at }) => <Time at={created_at} />, width: '10rem' },
  { title: texts.columns.person, cell: ({ user_id }) => (user_id === null ? <span className="quiet">{texts.server}</span> : <PersonName id={user_id} />), width: '2fr' },
  { title: texts.columns.resource, cell: ({ resource }) => wordsOf(resource), width: '8rem' },
  { title: texts.columns.status, cell: ({ status }) => <Badge tone={tones[status]}>{texts.statuses[status]}</Badge>, width: '7rem' },
];

export function AuditPage() {
  const { isOrganizationAdmin } = useSession();
  return (
    <Page title={navigation.pages.audit} intro={isOrganizationAdmin && texts.intro}>
      {isOrganizationAdmin ? <AuditLog /> : <Empty title={common.forbiddenTitle}>{common.forbidden}</Empty>}
    </Page>
  );
}

function AuditLog() {
  const { isAdmin, organizations, organization, me } = useSession();
  const [filters, change] = useFilters<Name>();
  const [opened, setOpened] = useState<AuditLogResponse>();
  const { user, action, resource, status, from, until } = filters;
  const chosen = given({ user_id: user, action, resource, status: status as AuditListStatus | undefined, start_date: from, end_date: until });
  const query = useList<AuditLogResponse>(
    ['audit', chosen],
    numbered(async (page, signal) => {
      const { items, pages } = await api.authx.audit.list({ ...chosen, page, size: pageSize }, { signal });
      return { items, hasNext: page < pages };
    }),
  );
  const download = useChange(async () => save(await api.authx.audit.export({ ...chosen, format: 'csv' })), { changes: [['audit']] });
  return (
    <>
      <div className="filters">
        <PersonFilter key={user ?? ''} user={user} onChange={(id) => change({ user: id })} />
        <SelectField
          label={texts.filters.action}
          value={action ?? ''}
          onChange={(value) => change({ action: value })}
          options={[{ value: '', label: common.any }, ...Object.entries(texts.actions).map(([value, label]) => ({ value, label }))]}
        />
        <SelectField
          label={texts.filters.resource}
          value={resource ?? ''}
          onChange={(value) => change({ resource: value })}
          options={[{ value: '', label: common.any }, ...texts.resources.map((value) => ({ value, label: wordsOf(value) }))]}
        />
        <SelectField
          label={texts.filters.status}
          value={status ?? ''}
          onChange={(value) => change({ status: value })}
          options={[{ value: '', label: common.any }, ...Object.entries(texts.statuses).map(([value, label]) => ({ value, label }))]}
        />
        <TextField label={texts.filters.from} type="date" value={from ?? ''} onChange={(value) => change({ from: value })} />
        <TextField label={texts.filters.until} type="date" value={until ?? ''} onChange={(value) => change({ until: value })} />
      </div>
      <div className="buttons">
        <Button onClick={() => download.mutate(undefined)} busy={download.isPending} title={texts.exportHint}>
          {texts.export}
        </Button>
        {isAdmin && organizations.length > 1 && <span className="quiet">{texts.wholeTenant}</span>}
        {!isAdmin && organization?.id !== me.primary_organization_id && <span className="quiet">{texts.home}</span>}
        {Object.keys(chosen).length > 0 && (
          <Button kind="quiet" onClick={() => change({ user: undefined, action: undefined, resource: undefined, status: undefined, from: undefined, until: undefined })}>
            {texts.clear}
          </Button>
        )}
      </div>
      <Listed query={query} empty={<Empty title={texts.noneTitle}>{texts.none}</Empty>}>
        {(rows, onEnd) => <Table label={navigation.pages.audit} columns={columns} rows={rows} keyOf={({ id }) => id} onOpen={setOpened} onEnd={onEnd} />}
      </Listed>
      {opened && <Record record={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}

/** Chooses a person by the address; the address of the page has the id. */
function PersonFilter({ user, onChange }: { user: string | undefined; onChange: (id: string | undefined) => void }) {
  const [text, setText] = useState('');
  const listId = useId();
  const chosen = useQuery({ queryKey: ['people', 'name', user], queryFn: ({ signal }) => api.authx.users.get(user!, { signal }), enabled: user !== undefined, staleTime: 300_000, retry: false });
  const found = useQuery({
    queryKey: ['people', 'found', text],
    queryFn: async ({ signal }) => (await api.authx.users.list(given({ search: text, size: 20 }), { signal })).items,
    staleTime: 30_000,
  });
  const email = chosen.data?.email ?? user;
  useEffect(() => {
    if (email !== undefined) setText(email);
  }, [email]);
  const known = found.data?.find((person) => person.email === text);
  return (
    <>
      <TextField
        label={texts.filters.person}
        placeholder={texts.filters.personHint}
        type="search"
        autoComplete="off"
        list={listId}
        value={text}
        onChange={(entered) => {
          setText(entered);
          if (entered === '') onChange(undefined);
          const person = found.data?.find((one) => one.email === entered);
          if (person !== undefined) onChange(person.id);
        }}
        onBlur={() => {
          if (text !== '' && text !== email && known !== undefined) onChange(known.id);
        }}
        problem={found.data?.length === 0 && text !== '' && text !== email ? texts.personUnknown : undefined}
      />
      <datalist id={listId}>
        {found.data?.map((person) => (
          <option key={person.id} value={person.email} />
        ))}
      </datalist>
    </>
  );
}

/** Has the browser keep a file. */
function save({ data, fileName }: { data: Blob; fileName: string | undefined }) {
  const address = URL.createObjectURL(data);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName ?? 'audit.csv';
  link.click();
  URL.revokeObjectURL(address);
}

/** One record with everything that is known of it. */
function Record({ record, onClose }: { record: AuditLogResponse; onClose: () => void }) {
  const { changes, rest } = detailsOf(record.details);
  return (
    <Dialog kind="drawer" title={actionOf(record.action)} onClose={onClose}>
      <Facts
        facts={[
          [texts.drawer.time, wholeTimeOf(record.created_at)],
          [texts.drawer.person, record.user_id === null ? texts.server : <PersonName id={record.user_id} />],
          [texts.drawer.status, <Badge tone={tones[record.status]}>{texts.statuses[record.status]}</Badge>],
          [texts.drawer.action, <code>{record.action}</code>],
          [texts.drawer.resource, wordsOf(record.resource)],
          [texts.drawer.id, record.resource_id === null ? common.none : record.resource === 'user' ? <PersonName id={record.resource_id} /> : <code>{record.resource_id}</code>],
          [texts.drawer.address, record.ip_address ?? texts.unknown],
          [texts.drawer.agent, record.user_agent ?? texts.unknown],
          [texts.drawer.record, <code>{record.id}</code>],
        ]}
      />
      {changes.length > 0 && (
        <>
          <h3>{texts.changes}</h3>
          <Changes label={texts.changes} changes={changes} nameOf={wordsOf} />
        </>
      )}
      {rest.length > 0 && (
        <>
          <h3>{texts.details}</h3>
          <Facts facts={rest.map(([name, value]) => [wordsOf(name), writtenOf(value)] as const)} />
        </>
      )}
    </Dialog>
  );
}

/** The details are JSON as text: under `changes` what each field was and became, and facts beside it. */
function detailsOf(text: string): { changes: Change[]; rest: [string, unknown][] } {
  let details: Readonly<{ changes?: Readonly<{ [field: string]: { from: unknown; to: unknown } }>; [name: string]: unknown }>;
  try {
    details = JSON.parse(text) as typeof details;
  } catch {
    return { changes: [], rest: [[texts.details, text]] };
  }
  const { changes = {}, ...rest } = details;
  return { changes: Object.entries(changes).map(([field, { from, to }]) => ({ field, from, to })), rest: Object.entries(rest) };
}
