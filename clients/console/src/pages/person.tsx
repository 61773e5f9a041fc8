import './people.css';
import { useQuery } from '@tanstack/react-query';
import type { AddOrganizationUserRequestRole, DashboardUserDetails } from '@modulex/client/generated/modulex';
import { useState } from 'react';
import { api } from '../api';
import { Confirm, ConfirmButton, Dialog } from '../parts/dialogs';
import { Button, CheckField, FormFailure, Note, SelectField } from '../parts/forms';
import { Avatar, Badge, Facts } from '../parts/page';
import { useChange } from '../parts/queries';
import { Loaded, Loading } from '../parts/states';
import { Table } from '../parts/table';
import { Time } from '../parts/time';
import { useSession } from '../session';
import { common } from '../texts/common';
import { people as texts } from '../texts/people';

type Membership = keyof typeof texts.memberships;

/** A member: what they have, did and may. */
export function PersonDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery({ queryKey: ['people', id], queryFn: async ({ signal }) => (await api.documents.dashboardUsers.get(id, { signal })).data });
  return (
    <Dialog kind="drawer" title={query.data?.email ?? common.details} onClose={onClose}>
      <Loaded query={query}>{(person) => <Person person={person} onClose={onClose} />}</Loaded>
    </Dialog>
  );
}

function Person({ person, onClose }: { person: DashboardUserDetails; onClose: () => void }) {
  const session = useSession();
  const isSelf = person.id === session.me.id;
  return (
    <>
      <div className="person-head">
        <Avatar name={person.email} />
        <Badge tone={person.is_active ? 'good' : 'plain'}>{person.is_active ? texts.active : texts.inactive}</Badge>
      </div>
      {isSelf && <Note>{texts.self}</Note>}
      <Facts
        facts={[
          [texts.facts.username, person.username],
          [texts.facts.created, <Time at={person.created_at} />],
          [texts.facts.lastActive, <Time at={person.last_active_at} />],
          [texts.facts.logins, person.total_logins],
          [texts.facts.sessions, person.session_count],
          [texts.facts.id, <code>{person.id}</code>],
        ]}
      />
      <Access person={person} />
      <h3>{texts.connected}</h3>
      {person.tools.length === 0 ? (
        <p className="quiet">{texts.noTools}</p>
      ) : (
        <Table
          label={texts.connected}
          rows={person.tools}
          keyOf={(tool) => tool.id}
          columns={[
            { title: texts.toolColumns.name, cell: ({ name }) => name },
            { title: texts.toolColumns.category, cell: ({ category }) => category },
            {
              title: texts.toolColumns.state,
              cell: ({ is_authenticated, is_active }) => {
                if (!is_authenticated) return <Badge tone="bad">{texts.toolStates.reconnect}</Badge>;
                return <Badge tone={is_active ? 'good' : 'plain'}>{is_active ? texts.toolStates.on : texts.toolStates.off}</Badge>;
              },
            },
            { title: texts.toolColumns.lastUsed, cell: ({ last_used }) => <Time at={last_used} /> },
          ]}
        />
      )}
      <h3>{texts.activity}</h3>
      {person.activities.length === 0 && <p className="quiet">{texts.noActivity}</p>}
      <ul className="person-list">
        {person.activities.map(({ description, timestamp, metadata, success }, index) => (
          <li key={timestamp + index}>
            <span>
              {description} {!success && <Badge tone="bad">{texts.failed}</Badge>}
            </span>
            <span className="quiet">
              {metadata} <Time at={timestamp} />
            </span>
          </li>
        ))}
      </ul>
      <h3>{texts.sessions}</h3>
      {person.sessions.length === 0 ? (
        <p className="quiet">{texts.noSessions}</p>
      ) : (
        <Table
          label={texts.sessions}
          rows={person.sessions}
          keyOf={({ id }) => id}
          columns={[
            { title: texts.sessionColumns.device, cell: ({ user_agent }) => user_agent || texts.unknown, width: '14rem' },
            { title: texts.sessionColumns.from, cell: ({ ip_address }) => ip_address || texts.unknown },
            { title: texts.sessionColumns.state, cell: ({ is_active }) => <Badge tone={is_active ? 'good' : 'plain'}>{is_active ? texts.open : texts.ended}</Badge> },
            { title: texts.sessionColumns.began, cell: ({ created_at }) => <Time at={created_at} /> },
          ]}
        />
      )}
      {!isSelf && !session.isViewer && <Leave person={person} onClose={onClose} />}
    </>
  );
}

/** What the person is in the organization, the roles, and what both let them do. */
function Access({ person }: { person: DashboardUserDetails }) {
  const session = useSession();
  const organization = session.organization!;
  const key = ['people', person.id, 'access'];
  const membership = useQuery({ queryKey: [...key, 'membership'], queryFn: ({ signal }) => membershipOf(organization.id, person.id, signal) });
  const account = useQuery({ queryKey: [...key, 'account'], queryFn: ({ signal }) => api.authx.users.get(person.id, { signal }), retry: false });
  const may = useQuery({ queryKey: [...key, 'permissions'], queryFn: ({ signal }) => api.authx.users.getPermissions(person.id, { signal }), retry: false });
  const isHome = account.data?.organization_id === organization.id;
  const change = useChange(
    (role: AddOrganizationUserRequestRole) => api.documents.organizations.addUser(organization.id, { user_id: person.id, role }),
    { changes: [['people']], said: texts.membershipSaved },
  );
  const mayChange = !session.isViewer && person.id !== session.me.id;
  const isOwner = session.isAdmin || organization.role === 'owner';
  const possible = (Object.keys(texts.memberships) as Membership[]).filter((role) => isOwner || role !== 'owner' || membership.data === 'owner');
  return (
    <>
      <h3>{texts.access}</h3>
      {membership.data &&
        (mayChange && (isOwner || membership.data !== 'owner') ? (
          <SelectField
            label={texts.membership}
            hint={texts.membershipHint}
            value={membership.data}
            onChange={(role) => change.mutate(role as AddOrganizationUserRequestRole)}
            options={possible.map((value) => ({ value, label: texts.memberships[value] }))}
          />
        ) : (
          <Facts facts={[[texts.membership, texts.memberships[membership.data]]]} />
        ))}
      {session.isAdmin && mayChange && <SystemRole email={person.email} />}
      {account.data !== undefined && !isHome && <p className="quiet">{texts.rolesElsewhere}</p>}
      {isHome && !session.isViewer && <Roles user={person.id} organization={organization.id} />}
      {may.data !== undefined && (
        <>
          <h3>{texts.may}</h3>
          {may.data.permissions.length === 0 ? (
            <p className="quiet">{texts.mayNothing}</p>
          ) : (
            <ul className="words">
              {may.data.permissions.map((name) => (
                <li key={name}>
                  <code>{name}</code>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </>
  );
}

/** What the person is in the whole tenant. Document 4 counts users by numbers, and has one word for both kinds of admins. */
function SystemRole({ email }: { email: string }) {
  const [wanted, setWanted] = useState<keyof typeof texts.systemRoles>();
  const query = useQuery({
    queryKey: ['people', 'system-role', email],
    queryFn: async ({ signal }) => (await api.tenants.users.list({ search: email, per_page: 100 }, { signal })).data?.find((user) => user.email === email) ?? null,
  });
  const change = useChange((role: keyof typeof texts.systemRoles) => api.tenants.users.update(query.data!.id, { role }), { changes: [['people']], said: texts.systemRoleSaved, isQuiet: true });
  if (!query.data) return null;
  return (
    <>
      <SelectField
        label={texts.systemRole}
        hint={texts.systemRoleHint}
        value={query.data.role}
        onChange={(role) => setWanted(role as keyof typeof texts.systemRoles)}
        options={Object.entries(texts.systemRoles).map(([value, label]) => ({ value, label }))}
      />
      {wanted && (
        <Confirm
          title={texts.systemRoleTitle(email, wanted === 'admin' ? 'Admin' : texts.systemRoles[wanted])}
          button={texts.systemRoleButton}
          onConfirm={() => change.mutateAsync(wanted)}
          onClose={() => setWanted(undefined)}
        >
          <p>{texts.systemRoleText}</p>
        </Confirm>
      )}
    </>
  );
}

/** The list tells no roles, so they are looked for page by page. */
async function membershipOf(organization: string, user: string, signal: AbortSignal): Promise<Membership | null> {
  for (let page = 1; ; page++) {
    const { users, pagination } = await api.documents.organizations.listUsers(organization, { page, limit: 100 }, { signal });
    const found = users.find(({ id }) => id === user);
    if (found !== undefined) return found.role;
    if (!pagination.has_next) return null;
  }
}

/** Which of the organization's roles the person has. */
function Roles({ user, organization }: { user: string; organization: string }) {
  const roles = useQuery({
    queryKey: ['roles', 'of-organization', organization],
    queryFn: async ({ signal }) => (await api.authx.roles.list({ size: 100 }, { signal })).items.filter((role) => role.organization_id === organization),
  });
  const own = useQuery({ queryKey: ['people', user, 'roles'], queryFn: ({ signal }) => api.authx.users.listRoles(user, { signal }) });
  const [chosen, setChosen] = useState<readonly string[]>();
  const save = useChange((ids: readonly string[]) => api.authx.users.assignRoles(user, { role_ids: [...ids] }), { changes: [['people', user]], said: texts.rolesSaved, isQuiet: true });
  if (own.isPending || roles.isPending) return <Loading />;
  if (own.error || roles.error) return <FormFailure error={own.error ?? roles.error} />;
  const current = chosen ?? own.data;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(current, { onSuccess: () => setChosen(undefined) });
      }}
    >
      <FormFailure error={save.error} />
      <fieldset className="choices">
        <legend>{texts.roles}</legend>
        <p className="hint">{texts.rolesHint}</p>
        {roles.data.length === 0 && <p className="quiet">{texts.noRoles}</p>}
        {roles.data.map(({ id, name, description }) => (
          <CheckField
            key={id}
            label={name}
            {...(description && { hint: description })}
            value={current.includes(id)}
            onChange={(isOn) => setChosen(isOn ? [...current, id] : current.filter((other) => other !== id))}
          />
        ))}
      </fieldset>
      <div className="buttons">
        <Button kind="main" type="submit" busy={save.isPending}>
          {texts.rolesSave}
        </Button>
      </div>
    </form>
  );
}

function Leave({ person, onClose }: { person: DashboardUserDetails; onClose: () => void }) {
  const organization = useSession().organization!;
  const setActive = useChange((isActive: boolean) => api.authx.users.update(person.id, { is_active: isActive }), {
    changes: [['people']],
    said: person.is_active ? texts.deactivated : texts.activated,
    isQuiet: person.is_active,
  });
  const remove = useChange(() => api.documents.organizations.removeUser(organization.id, person.id), { changes: [['people', 'list']], said: texts.removed, isQuiet: true });
  return (
    <div className="buttons">
      {person.is_active ? (
        <ConfirmButton label={texts.deactivate} title={texts.deactivateTitle(person.email)} onConfirm={() => setActive.mutateAsync(false)}>
          <p>{texts.deactivateText}</p>
        </ConfirmButton>
      ) : (
        <Button onClick={() => setActive.mutate(true)} busy={setActive.isPending}>
          {texts.activate}
        </Button>
      )}
      <ConfirmButton label={texts.remove} title={texts.removeTitle(person.email)} name={person.email} onConfirm={() => remove.mutateAsync(undefined).then(onClose)}>
        <p>{organization.is_default ? texts.removeDefaultText : texts.removeText}</p>
      </ConfirmButton>
    </div>
  );
}
