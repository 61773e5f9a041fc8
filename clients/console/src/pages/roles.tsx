import { useQuery } from '@tanstack/react-query';
import type { PermissionGroup, RoleResponse } from '@modulex/client/generated/authx';
import { type FormEvent, useState } from 'react';
import { api } from '../api';
import { ConfirmButton, Dialog } from '../parts/dialogs';
import { useFilters } from '../parts/filters';
import { Button, CheckField, FormFailure, problemOf, TextField } from '../parts/forms';
import { Badge, Page } from '../parts/page';
import { given, numbered } from '../parts/pages';
import { useChange, useList } from '../parts/queries';
import { Empty, Loaded } from '../parts/states';
import { type Column, Listed, Table } from '../parts/table';
import { Time } from '../parts/time';
import { useSession } from '../session';
import { common, navigation } from '../texts/common';
import { roles as texts } from '../texts/roles';
import './roles.css';

const columns: readonly Column<RoleResponse>[] = [
  { title: texts.columns.name, cell: ({ name }) => name, width: '1.5fr' },
  { title: texts.columns.description, cell: ({ description }) => description ?? '', width: '3fr' },
  { title: texts.columns.state, cell: ({ is_active }) => <Badge tone={is_active ? 'good' : 'plain'}>{is_active ? texts.inUse : texts.suspended}</Badge>, width: '8rem' },
  { title: texts.columns.changed, cell: ({ updated_at }) => <Time at={updated_at} />, width: '10rem' },
];

export function RolesPage() {
  const { organization, me, isViewer } = useSession();
  const [{ search, role: opened }, change] = useFilters<'search' | 'role'>();
  const [isCreating, setIsCreating] = useState(false);
  const isHome = organization?.id === me.primary_organization_id;
  const query = useList<RoleResponse>(
    ['roles', 'list', search],
    numbered(async (page, signal) => {
      const { items, pages } = await api.authx.roles.list(given({ page, size: 100, search }), { signal });
      // Admins of the tenant are answered the roles of all its organizations.
      return { items: items.filter(({ organization_id }) => organization_id === organization?.id), hasNext: page < pages };
    }),
  );
  return (
    <Page
      title={navigation.pages.roles}
      intro={texts.intro}
      actions={
        !isViewer && (
          <Button kind="main" onClick={() => setIsCreating(true)}>
            {texts.create}
          </Button>
        )
      }
    >
      <div className="filters">
        <TextField label={texts.search} type="search" value={search ?? ''} onChange={(text) => change({ search: text })} />
      </div>
      <Listed
        query={query}
        empty={
          <Empty title={texts.noneTitle}>
            <p>{isHome ? texts.none : texts.elsewhere}</p>
          </Empty>
        }
      >
        {(rows, onEnd) => <Table label={navigation.pages.roles} columns={columns} rows={rows} keyOf={({ id }) => id} onOpen={({ id }) => change({ role: id })} onEnd={onEnd} />}
      </Listed>
      {isCreating && (
        <CreateRole
          onClose={(made) => {
            setIsCreating(false);
            if (made) change({ role: made.id });
          }}
        />
      )}
      {opened && <RoleDialog key={opened} id={opened} onClose={() => change({ role: undefined })} />}
    </Page>
  );
}

function CreateRole({ onClose }: { onClose: (made?: RoleResponse) => void }) {
  const { organization } = useSession();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const create = useChange(() => api.authx.roles.create({ name: name.trim(), description: description.trim() || null, organization_id: organization?.id ?? null }), {
    changes: [['roles']],
    said: texts.created,
    isQuiet: true,
  });
  return (
    <Dialog title={texts.create} onClose={() => onClose()}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate(undefined, { onSuccess: onClose });
        }}
      >
        <FormFailure error={create.error} />
        <TextField label={texts.name} hint={texts.nameHint} required maxLength={100} autoFocus autoComplete="off" value={name} onChange={setName} problem={problemOf(create.error, '/name')} />
        <TextField label={texts.description} maxLength={500} autoComplete="off" value={description} onChange={setDescription} problem={problemOf(create.error, '/description')} />
        <div className="buttons">
          <Button onClick={() => onClose()}>{common.cancel}</Button>
          <Button kind="main" type="submit" busy={create.isPending}>
            {common.create}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A role: what it is called, what it allows, and its end. */
function RoleDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { isViewer } = useSession();
  const query = useQuery({ queryKey: ['roles', id], queryFn: ({ signal }) => api.authx.roles.get(id, { signal }) });
  return (
    <Dialog kind="wide" title={query.data?.name ?? common.details} onClose={onClose}>
      <Loaded query={query}>
        {(role) => (
          <>
            <RoleForm key={role.updated_at} role={role} />
            {!isViewer && <Permissions role={role} />}
            {!isViewer && <DeleteRole role={role} onDeleted={onClose} />}
          </>
        )}
      </Loaded>
    </Dialog>
  );
}

function RoleForm({ role }: { role: RoleResponse }) {
  const { isViewer } = useSession();
  const [name, setName] = useState(role.name);
  const [description, setDescription] = useState(role.description ?? '');
  const [isActive, setIsActive] = useState(role.is_active);
  const save = useChange(() => api.authx.roles.update(role.id, { name: name.trim(), description: description.trim(), is_active: isActive }), {
    changes: [['roles']],
    said: texts.saved,
    isQuiet: true,
  });
  const isChanged = name !== role.name || description !== (role.description ?? '') || isActive !== role.is_active;
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      <FormFailure error={save.error} />
      <TextField label={texts.name} required maxLength={100} autoComplete="off" disabled={isViewer} value={name} onChange={setName} problem={problemOf(save.error, '/name')} />
      <TextField label={texts.description} maxLength={500} autoComplete="off" disabled={isViewer} value={description} onChange={setDescription} problem={problemOf(save.error, '/description')} />
      <CheckField label={texts.isActive} hint={texts.isActiveHint} disabled={isViewer} value={isActive} onChange={setIsActive} />
      {!isViewer && (
        <div className="buttons">
          <Button type="submit" busy={save.isPending} disabled={!isChanged}>
            {common.save}
          </Button>
        </div>
      )}
    </form>
  );
}

function Permissions({ role }: { role: RoleResponse }) {
  const groups = useQuery({ queryKey: ['roles', 'permissions'], queryFn: async ({ signal }) => (await api.authx.permissions.listGrouped({}, { signal })).permissions_by_resource });
  const allowed = useQuery({ queryKey: ['role-permissions', role.id], queryFn: ({ signal }) => api.authx.roles.listPermissions(role.id, { signal }), staleTime: 0, refetchOnWindowFocus: false });
  return <Loaded query={groups}>{(all) => <Loaded query={allowed}>{(ids) => <Matrix role={role} groups={all} allowed={ids} />}</Loaded>}</Loaded>;
}

/** What a role may allow: a row for each resource, a column for each action. */
function Matrix({ role, groups, allowed }: { role: RoleResponse; groups: readonly PermissionGroup[]; allowed: readonly string[] }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>();
  const current = chosen ?? new Set(allowed);
  const actions = [...new Set(groups.flatMap(({ permissions }) => permissions.map(({ action }) => action)))].toSorted((a, b) => placeOf(a) - placeOf(b) || a.localeCompare(b));
  const added = [...current].filter((id) => !allowed.includes(id)).length;
  const removed = allowed.filter((id) => !current.has(id)).length;
  const save = useChange(() => api.authx.roles.assignPermissions(role.id, { permission_ids: [...current] }), {
    changes: [['roles'], ['role-permissions', role.id]],
    said: texts.permissionsSaved,
    isQuiet: true,
  });
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(current);
    if (isOn) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined, { onSuccess: () => setChosen(undefined) });
      }}
    >
      <h3>{texts.permissions}</h3>
      <FormFailure error={save.error} />
      <p className="hint">{texts.permissionsHint}</p>
      <div className="matrix" style={{ '--actions': actions.length } as React.CSSProperties}>
        {groups.map(({ resource, permissions }) => (
          <fieldset key={resource}>
            <legend>{resource}</legend>
            {permissions
              .toSorted((a, b) => actions.indexOf(a.action) - actions.indexOf(b.action))
              .map(({ id, action }) => (
                <div key={id} style={{ '--column': actions.indexOf(action) + 1 } as React.CSSProperties}>
                  <CheckField label={action} value={current.has(id)} onChange={(isOn) => toggle(id, isOn)} />
                </div>
              ))}
          </fieldset>
        ))}
      </div>
      <div className="buttons">
        <Button kind="main" type="submit" busy={save.isPending} disabled={added + removed === 0}>
          {texts.savePermissions}
        </Button>
        <span className="quiet" aria-live="polite">
          {texts.changed(added, removed)}
        </span>
      </div>
    </form>
  );
}

const usual = ['read', 'create', 'update', 'delete', 'assign', 'export'];

/** What most resources have stands first. */
const placeOf = (action: string): number => (usual.indexOf(action) + 1 || usual.length + 1);

function DeleteRole({ role, onDeleted }: { role: RoleResponse; onDeleted: () => void }) {
  const remove = useChange(() => api.authx.roles.delete(role.id), { changes: [['roles', 'list']], said: texts.deleted, isQuiet: true });
  return (
    <div className="buttons">
      <ConfirmButton label={texts.delete} title={texts.deleteTitle(role.name)} button={common.delete} name={role.name} onConfirm={() => remove.mutateAsync(undefined).then(onDeleted)}>
        <p>{texts.deleteText}</p>
      </ConfirmButton>
    </div>
  );
}
