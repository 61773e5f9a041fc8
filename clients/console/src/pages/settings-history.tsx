import { useQuery } from '@tanstack/react-query';
import type { ConfigChangeResponse, ConfigProfileResponse, SystemConfigBody } from '@modulex/client/generated/platform';
import { useState } from 'react';
import { api } from '../api';
import { Changes, changesBetween } from '../parts/changes';
import { Confirm, Dialog } from '../parts/dialogs';
import { Button, FormFailure, problemOf, TextField } from '../parts/forms';
import { Section } from '../parts/page';
import { numbered } from '../parts/pages';
import { PersonName } from '../parts/person';
import { useChange, useList } from '../parts/queries';
import { Loaded } from '../parts/states';
import { type Column, Listed, Table } from '../parts/table';
import { Time } from '../parts/time';
import { useSession } from '../session';
import { common } from '../texts/common';
import { fieldOf, settings as texts } from '../texts/settings';

const changedFields = ({ before, after }: ConfigChangeResponse) => changesBetween(before, after).map(({ field }) => fieldOf(field));

const columns: readonly Column<ConfigChangeResponse>[] = [
  { title: texts.historyColumns.changes, cell: (change) => changedFields(change).join(', ') || common.none, width: '3fr' },
  { title: texts.historyColumns.person, cell: ({ user_id }) => (user_id === null ? <span className="quiet">{texts.gone}</span> : <PersonName id={user_id} />), width: '2fr' },
  { title: texts.historyColumns.profile, cell: ({ profile_name }) => profile_name ?? '', width: '1fr' },
  { title: texts.historyColumns.time, cell: ({ changed_at }) => <Time at={changed_at} />, width: '10rem' },
];

/** Who changed the settings, when and how. */
export function History() {
  const [opened, setOpened] = useState<ConfigChangeResponse>();
  const query = useList<ConfigChangeResponse>(
    ['settings', 'history'],
    numbered(async (page, signal) => {
      const { changes, total, per_page } = await api.platform.config.listHistory({ page, per_page: 20 }, { signal });
      return { items: changes, hasNext: page * per_page < total };
    }),
  );
  return (
    <Section title={texts.history}>
      <Listed query={query} empty={<p className="quiet">{texts.historyEmpty}</p>}>
        {(rows, onEnd) => <Table label={texts.history} columns={columns} rows={rows} keyOf={({ id }) => id} onOpen={setOpened} onEnd={onEnd} />}
      </Listed>
      {opened && (
        <Dialog kind="drawer" title={texts.historyTitle} onClose={() => setOpened(undefined)}>
          <p className="quiet">
            {opened.user_id === null ? texts.gone : <PersonName id={opened.user_id} />}, <Time at={opened.changed_at} />
          </p>
          <Changes label={texts.historyTitle} changes={changesBetween(opened.before, opened.after)} nameOf={fieldOf} />
        </Dialog>
      )}
    </Section>
  );
}

/** Settings that are kept under names. */
export function Profiles({ current }: { current: SystemConfigBody }) {
  const { isViewer } = useSession();
  const [isCreating, setIsCreating] = useState(false);
  const [asks, setAsks] = useState<{ to: 'apply' | 'remove'; profile: ConfigProfileResponse }>();
  const query = useQuery({ queryKey: ['settings', 'profiles'], queryFn: async ({ signal }) => (await api.platform.profiles.list({ signal })).profiles });
  const apply = useChange((id: string) => api.platform.profiles.apply(id), { changes: [['settings'], ['modules']], said: texts.applied, isQuiet: true });
  const remove = useChange((id: string) => api.platform.profiles.delete(id), { changes: [['settings', 'profiles']], said: texts.removed, isQuiet: true });
  const columnsOfProfiles: Column<ConfigProfileResponse>[] = [
    { title: texts.profileColumns.name, cell: ({ name }) => name },
    { title: texts.profileColumns.description, cell: ({ description }) => description, width: '2fr' },
    { title: texts.profileColumns.changed, cell: ({ updated_at }) => <Time at={updated_at} />, width: '10rem' },
  ];
  if (!isViewer) {
    columnsOfProfiles.push({
      title: texts.profileColumns.actions,
      width: '12rem',
      cell: (profile) => (
        <div className="buttons">
          <Button aria-label={texts.applyOf(profile.name)} onClick={() => setAsks({ to: 'apply', profile })}>
            {texts.apply}
          </Button>
          <Button kind="danger" aria-label={texts.removeOf(profile.name)} onClick={() => setAsks({ to: 'remove', profile })}>
            {texts.remove}
          </Button>
        </div>
      ),
    });
  }
  const differences = asks ? changesBetween(current, asks.profile.config) : [];
  return (
    <Section title={texts.profiles} actions={!isViewer && <Button onClick={() => setIsCreating(true)}>{texts.profileCreate}</Button>}>
      <p className="hint">{texts.profilesHint}</p>
      <Loaded query={query} empty={(profiles) => profiles.length === 0 && <p className="quiet">{texts.profilesEmpty}</p>}>
        {(profiles) => <Table label={texts.profiles} columns={columnsOfProfiles} rows={profiles} keyOf={({ id }) => id} />}
      </Loaded>
      {isCreating && <CreateProfile current={current} onClose={() => setIsCreating(false)} />}
      {asks?.to === 'apply' && (
        <Confirm title={texts.applyTitle(asks.profile.name)} button={texts.apply} onConfirm={() => apply.mutateAsync(asks.profile.id)} onClose={() => setAsks(undefined)}>
          {differences.length === 0 ? (
            <p>{texts.applySame}</p>
          ) : (
            <>
              <p>{texts.applyText}</p>
              <Changes label={texts.applyTitle(asks.profile.name)} changes={differences} nameOf={fieldOf} />
            </>
          )}
        </Confirm>
      )}
      {asks?.to === 'remove' && (
        <Confirm
          title={texts.removeTitle(asks.profile.name)}
          button={texts.remove}
          name={asks.profile.name}
          onConfirm={() => remove.mutateAsync(asks.profile.id)}
          onClose={() => setAsks(undefined)}
        >
          <p>{texts.removeText}</p>
        </Confirm>
      )}
    </Section>
  );
}

function CreateProfile({ current, onClose }: { current: SystemConfigBody; onClose: () => void }) {
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const create = useChange(() => api.platform.profiles.create({ name: name.trim(), description: description.trim(), config: current }), {
    changes: [['settings', 'profiles']],
    said: texts.profileCreated,
    isQuiet: true,
  });
  return (
    <Dialog title={texts.profileCreate} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate(undefined, { onSuccess: onClose });
        }}
      >
        <FormFailure error={create.error} />
        <TextField label={texts.profileName} required maxLength={100} autoFocus autoComplete="off" value={name} onChange={setName} problem={problemOf(create.error, '/name')} />
        <TextField label={texts.profileDescription} maxLength={500} autoComplete="off" value={description} onChange={setDescription} problem={problemOf(create.error, '/description')} />
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
