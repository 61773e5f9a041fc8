import { useQuery } from '@tanstack/react-query';
import type { UserResponse } from '@modulex/client/generated/authx';
import type { ActivityBody, ActivityListType, LoginSessionResponse } from '@modulex/client/generated/platform';
import { useState } from 'react';
import { api } from '../api';
import { ConfirmButton } from '../parts/dialogs';
import { useFilters } from '../parts/filters';
import { Button, FormFailure, problemOf, SelectField, TextField } from '../parts/forms';
import { Badge, Facts, Page, Section } from '../parts/page';
import { given, numbered } from '../parts/pages';
import { useChange, useList } from '../parts/queries';
import { Loaded } from '../parts/states';
import { type Column, Listed, Table } from '../parts/table';
import { agoOf, Time } from '../parts/time';
import { useToast } from '../parts/toasts';
import { useSession } from '../session';
import { account as texts } from '../texts/account';
import { common, navigation } from '../texts/common';

export function AccountPage() {
  const query = useQuery({ queryKey: ['account'], queryFn: ({ signal }) => api.authx.users.getMe({ signal }) });
  return (
    <Page title={navigation.pages.account} intro={texts.intro}>
      <div className="halves">
        <Section title={texts.profile}>
          <Loaded query={query}>{(me) => <Profile key={me.updated_at} me={me} />}</Loaded>
        </Section>
        <Section title={texts.password}>
          <Password />
        </Section>
      </div>
      <Sessions />
      <Activity />
    </Page>
  );
}

function Profile({ me }: { me: UserResponse }) {
  const session = useSession();
  const [username, setUsername] = useState(me.username);
  const [firstName, setFirstName] = useState(me.first_name ?? '');
  const [lastName, setLastName] = useState(me.last_name ?? '');
  const save = useChange(() => api.authx.users.updateMe({ username: username.trim(), first_name: firstName.trim(), last_name: lastName.trim() }), {
    changes: [['account'], ['people']],
    said: texts.saved,
    isQuiet: true,
  });
  const isChanged = username !== me.username || firstName !== (me.first_name ?? '') || lastName !== (me.last_name ?? '');
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      <FormFailure error={save.error} />
      <Facts
        facts={[
          [texts.email, me.email],
          [texts.role, texts.roles[session.me.role] ?? session.me.role],
          [texts.organizations, session.organizations.map(({ name }) => name).join(', ')],
        ]}
      />
      <TextField
        label={texts.username}
        hint={texts.usernameHint}
        required
        maxLength={100}
        autoComplete="nickname"
        disabled={session.isViewer}
        value={username}
        onChange={setUsername}
        problem={problemOf(save.error, '/username')}
      />
      <TextField label={texts.firstName} maxLength={100} autoComplete="given-name" disabled={session.isViewer} value={firstName} onChange={setFirstName} problem={problemOf(save.error, '/first_name')} />
      <TextField label={texts.lastName} maxLength={100} autoComplete="family-name" disabled={session.isViewer} value={lastName} onChange={setLastName} problem={problemOf(save.error, '/last_name')} />
      {!session.isViewer && (
        <div className="buttons">
          <Button type="submit" busy={save.isPending} disabled={!isChanged}>
            {common.save}
          </Button>
        </div>
      )}
    </form>
  );
}

function Password() {
  const session = useSession();
  const toast = useToast();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const change = useChange(() => api.authx.auth.changePassword({ current_password: current, new_password: next }), { changes: [], isQuiet: true });
  const differs = again !== '' && again !== next;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (again !== next) return;
        change.mutate(undefined, {
          onSuccess: () => {
            toast(texts.changed);
            void session.signOut();
          },
        });
      }}
    >
      <FormFailure error={change.error} />
      <p className="hint">{texts.passwordHint}</p>
      <TextField
        label={texts.current}
        type="password"
        required
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        problem={problemOf(change.error, '/current_password')}
      />
      <TextField
        label={texts.next}
        hint={texts.nextHint}
        type="password"
        required
        maxLength={128}
        autoComplete="new-password"
        value={next}
        onChange={setNext}
        problem={problemOf(change.error, '/new_password')}
      />
      <TextField label={texts.again} type="password" required autoComplete="new-password" value={again} onChange={setAgain} problem={differs ? texts.differs : undefined} />
      <div className="buttons">
        <Button type="submit" busy={change.isPending} disabled={differs}>
          {texts.change}
        </Button>
      </div>
    </form>
  );
}

function Sessions() {
  const query = useQuery({ queryKey: ['sessions'], queryFn: ({ signal }) => api.platform.sessions.list({ signal }) });
  const end = useChange((id: string) => api.platform.sessions.end(id), { changes: [['sessions']], said: texts.ended });
  const currentId = query.data?.current_session_id;
  const others = query.data?.sessions.filter(({ id }) => id !== currentId) ?? [];
  const endOthers = useChange(
    async () => {
      for (const { id } of others) await api.platform.sessions.end(id);
    },
    { changes: [['sessions']], said: texts.endedOthers, isQuiet: true },
  );
  const columns: readonly Column<LoginSessionResponse>[] = [
    {
      title: texts.sessionColumns.device,
      cell: ({ id, user_agent }) => (
        <span title={user_agent}>
          {deviceOf(user_agent)} {id === currentId && <Badge tone="good">{texts.thisOne}</Badge>}
        </span>
      ),
      width: '2fr',
    },
    { title: texts.sessionColumns.from, cell: ({ ip_address }) => ip_address || texts.unknown },
    { title: texts.sessionColumns.last, cell: ({ last_activity }) => <Time at={last_activity} /> },
    { title: texts.sessionColumns.began, cell: ({ created_at }) => <Time at={created_at} /> },
    {
      title: texts.sessionColumns.actions,
      cell: ({ id, user_agent, created_at }) =>
        id !== currentId && (
          <Button aria-label={texts.endOf(deviceOf(user_agent), agoOf(created_at))} onClick={() => end.mutate(id)} disabled={end.isPending}>
            {texts.end}
          </Button>
        ),
      width: '6rem',
    },
  ];
  return (
    <Section
      title={texts.sessions}
      actions={
        others.length > 0 && (
          <ConfirmButton label={texts.endOthers} title={texts.endOthersTitle} onConfirm={() => endOthers.mutateAsync(undefined)}>
            <p>{texts.endOthersText}</p>
          </ConfirmButton>
        )
      }
    >
      <Loaded query={query}>
        {({ sessions }) => (
          <>
            <Table label={texts.sessions} columns={columns} rows={sessions} keyOf={({ id }) => id} />
            {others.length === 0 && <p className="quiet">{texts.noOthers}</p>}
          </>
        )}
      </Loaded>
    </Section>
  );
}

/** What people call a program that names itself as browsers do, with every other browser's name in it. */
function deviceOf(agent: string): string {
  if (agent === '') return texts.unknown;
  const system = /Windows|Android|iPhone|iPad|Mac OS X|Linux/.exec(agent)?.[0].replace('Mac OS X', 'macOS');
  const program = ['Edg', 'OPR', 'Firefox', 'HeadlessChrome', 'Chrome', 'Safari'].find((name) => agent.includes(`${name}/`));
  if (program === undefined) return agent.split('/')[0]!;
  const name = { Edg: 'Edge', OPR: 'Opera', HeadlessChrome: 'Chrome' }[program] ?? program;
  return system === undefined ? name : `${name}, ${system}`;
}

const activityColumns: readonly Column<ActivityBody>[] = [
  { title: texts.activityColumns.time, cell: ({ created_at }) => <Time at={created_at} />, width: '10rem' },
  { title: texts.activityColumns.what, cell: ({ description }) => description, width: '3fr' },
  { title: texts.activityColumns.kind, cell: ({ type }) => texts.kinds[type] },
];

function Activity() {
  const { me } = useSession();
  const [{ activity: type }, change] = useFilters<'activity'>();
  const query = useList<ActivityBody>(
    ['activity', 'mine', type],
    numbered(async (page, signal) => {
      const { activities, total, per_page } = await api.platform.activity.list(given({ user_id: me.id, type: type as ActivityListType | undefined, page, per_page: 20 }), { signal });
      return { items: activities, hasNext: page * per_page < total };
    }),
  );
  return (
    <Section title={texts.activity}>
      <div className="filters">
        <SelectField
          label={texts.kind}
          value={type ?? ''}
          onChange={(value) => change({ activity: value })}
          options={[{ value: '', label: common.any }, ...Object.entries(texts.kinds).map(([value, label]) => ({ value, label }))]}
        />
      </div>
      <Listed query={query} empty={<p className="quiet">{texts.noActivity}</p>}>
        {(rows, onEnd) => <Table label={texts.activity} columns={activityColumns} rows={rows} keyOf={({ id }) => id} onEnd={onEnd} />}
      </Listed>
    </Section>
  );
}
