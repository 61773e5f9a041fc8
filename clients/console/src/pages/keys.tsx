import type { NewServiceKeyResponse, Scopes, ServiceKeyResponse } from '@modulex/client/generated/v1';
import { useState } from 'react';
import { api } from '../api';
import { Confirm, Dialog, ShownOnce } from '../parts/dialogs';
import { Button, CheckField, Copyable, FormFailure, problemOf, SelectField, TextField } from '../parts/forms';
import { Badge, Page, type Tone } from '../parts/page';
import { useChange, useList } from '../parts/queries';
import { Empty } from '../parts/states';
import { type Column, Listed, Table } from '../parts/table';
import { Time } from '../parts/time';
import { useSession } from '../session';
import { common, navigation } from '../texts/common';
import { keys as texts } from '../texts/keys';

const listKey = ['keys'];
const tones: Record<keyof typeof texts.states, Tone> = { active: 'good', expired: 'warn', revoked: 'plain' };

function stateOf({ revoked_at, expires_at }: ServiceKeyResponse): keyof typeof texts.states {
  if (revoked_at !== null) return 'revoked';
  return expires_at !== null && Date.parse(expires_at) <= Date.now() ? 'expired' : 'active';
}

const columns: readonly Column<ServiceKeyResponse>[] = [
  { title: texts.columns.name, cell: ({ name }) => name, width: '1.5fr' },
  { title: texts.columns.prefix, cell: ({ prefix }) => <code>{prefix}…</code>, width: '9rem' },
  { title: texts.columns.scopes, cell: ({ scopes }) => scopes.map((scope) => texts.scopes[scope as Scopes]?.label ?? scope).join(', '), width: '2fr' },
  { title: texts.columns.state, cell: (key) => <Badge tone={tones[stateOf(key)]}>{texts.states[stateOf(key)]}</Badge>, width: '7rem' },
  { title: texts.columns.lastUsed, cell: ({ last_used_at }) => <Time at={last_used_at} />, width: '10rem' },
  { title: texts.columns.expires, cell: ({ expires_at }) => <Time at={expires_at} none={texts.noEnd} />, width: '10rem' },
  { title: texts.columns.created, cell: ({ created_at }) => <Time at={created_at} />, width: '10rem' },
];

export function KeysPage() {
  const { isViewer } = useSession();
  const [isCreating, setIsCreating] = useState(false);
  const [revoking, setRevoking] = useState<ServiceKeyResponse>();
  const query = useList<ServiceKeyResponse>(listKey, (cursor, signal) => api.v1.serviceKeys.list({ ...(cursor !== undefined && { cursor }), limit: 50 }, { signal }));
  const revoke = useChange((id: string) => api.v1.serviceKeys.revoke(id), { changes: [listKey], said: texts.revoked, isQuiet: true });
  const actions: Column<ServiceKeyResponse> = {
    title: texts.columns.actions,
    cell: (key) =>
      stateOf(key) === 'active' && (
        <Button kind="danger" aria-label={texts.revokeOf(key.name)} onClick={() => setRevoking(key)}>
          {texts.revoke}
        </Button>
      ),
    width: '7.5rem',
  };
  const create = (
    <Button kind="main" onClick={() => setIsCreating(true)}>
      {texts.create}
    </Button>
  );
  return (
    <Page title={navigation.pages.keys} intro={texts.intro} actions={!isViewer && create}>
      <Listed
        query={query}
        empty={
          <Empty title={texts.noneTitle}>
            <p>{texts.none}</p>
          </Empty>
        }
      >
        {(rows, onEnd) => <Table label={navigation.pages.keys} columns={isViewer ? columns : [...columns, actions]} rows={rows} keyOf={({ id }) => id} onEnd={onEnd} />}
      </Listed>
      {isCreating && <CreateKey onClose={() => setIsCreating(false)} />}
      {revoking && (
        <Confirm title={texts.revokeTitle(revoking.name)} button={texts.revoke} name={revoking.name} onConfirm={() => revoke.mutateAsync(revoking.id)} onClose={() => setRevoking(undefined)}>
          <p>{texts.revokeText}</p>
        </Confirm>
      )}
    </Page>
  );
}

const usualScopes: readonly Scopes[] = ['sessions:read', 'sessions:write', 'runs:execute'];
const day = 86_400_000;

function CreateKey({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scopes[]>(usualScopes);
  const [days, setDays] = useState('');
  const [made, setMade] = useState<NewServiceKeyResponse>();
  const create = useChange(
    () =>
      api.v1.serviceKeys.create({ name: name.trim(), scopes: [...scopes], expires_at: days === '' ? null : new Date(Date.now() + Number(days) * day).toISOString() }),
    { changes: [listKey], isQuiet: true },
  );
  if (made !== undefined) return <Made made={made} onClose={onClose} />;
  return (
    <Dialog title={texts.create} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate(undefined, { onSuccess: setMade });
        }}
      >
        <FormFailure error={create.error} />
        <TextField label={texts.name} hint={texts.nameHint} required autoFocus autoComplete="off" value={name} onChange={setName} problem={problemOf(create.error, '/name')} />
        <fieldset className="form">
          <legend>{texts.scopesTitle}</legend>
          {(Object.keys(texts.scopes) as Scopes[]).map((scope) => (
            <CheckField
              key={scope}
              label={texts.scopes[scope].label}
              hint={texts.scopes[scope].hint}
              value={scopes.includes(scope)}
              onChange={(isOn) => setScopes(isOn ? [...scopes, scope] : scopes.filter((other) => other !== scope))}
            />
          ))}
          {problemOf(create.error, '/scopes') !== undefined && <p className="problem">{problemOf(create.error, '/scopes')}</p>}
        </fieldset>
        <SelectField
          label={texts.expiry}
          value={days}
          onChange={setDays}
          problem={problemOf(create.error, '/expires_at')}
          options={[
            { value: '', label: texts.expiries.never },
            { value: '30', label: texts.expiries.month },
            { value: '90', label: texts.expiries.quarter },
            { value: '365', label: texts.expiries.year },
          ]}
        />
        <div className="buttons">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="main" type="submit" busy={create.isPending}>
            {common.create}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Made({ made, onClose }: { made: NewServiceKeyResponse; onClose: () => void }) {
  return (
    <ShownOnce title={texts.madeTitle} warning={texts.once} secret={made.key} label={texts.key} close={texts.close} onClose={onClose}>
      <h3>{texts.example}</h3>
      <p className="hint">{texts.exampleHint}</p>
      <Copyable text={`curl "${location.origin}/auth/tools?user_id=ada" -H "X-API-Key: ${made.key}"`} label={texts.exampleLabel} />
    </ShownOnce>
  );
}
