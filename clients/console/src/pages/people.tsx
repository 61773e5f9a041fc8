import type { DashboardUser, DashboardUsersListSortBy, DashboardUsersListStatus } from '@modulex/client/generated/modulex';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../api';
import { useFilters } from '../parts/filters';
import { Button, SelectField, TextField } from '../parts/forms';
import { Badge, Page } from '../parts/page';
import { given, numbered } from '../parts/pages';
import { useList } from '../parts/queries';
import { Empty } from '../parts/states';
import { type Column, Listed, Table } from '../parts/table';
import { Time } from '../parts/time';
import { useSession } from '../session';
import { common, navigation } from '../texts/common';
import { invitations as invitationTexts, people as texts } from '../texts/people';
import { Invitations, Invite } from './invitations';
import { PersonDrawer } from './person';

type Name = 'view' | 'search' | 'status' | 'sort' | 'order' | 'person';

const pageSize = 50;

const columns: readonly Column<DashboardUser>[] = [
  { title: texts.columns.email, cell: ({ email }) => email, width: '2fr', sort: 'email' },
  { title: texts.columns.username, cell: ({ username }) => username, width: '1.5fr', sort: 'name' },
  { title: texts.columns.state, cell: ({ is_active }) => <Badge tone={is_active ? 'good' : 'plain'}>{is_active ? texts.active : texts.inactive}</Badge>, width: '8rem' },
  { title: texts.columns.tools, cell: ({ active_tool_count, tool_count }) => texts.tools(active_tool_count, tool_count), isNumber: true, width: '6rem' },
  { title: texts.columns.logins, cell: ({ total_logins }) => total_logins, isNumber: true, width: '6.5rem' },
  { title: texts.columns.lastActive, cell: ({ last_active_at }) => <Time at={last_active_at} />, sort: 'last_active', width: '10rem' },
  { title: texts.columns.joined, cell: ({ created_at }) => <Time at={created_at} />, sort: 'created_at', width: '10rem' },
];

export function PeoplePage() {
  const [filters, change] = useFilters<Name>();
  const [isInviting, setIsInviting] = useState(false);
  const { isViewer } = useSession();
  const isInvitations = filters.view === 'invitations';
  return (
    <Page
      title={navigation.pages.people}
      intro={texts.intro}
      actions={
        !isViewer && (
          <Button kind="main" onClick={() => setIsInviting(true)}>
            {invitationTexts.invite}
          </Button>
        )
      }
    >
      <nav className="tabs" aria-label={navigation.pages.people}>
        <Link to="/people" aria-current={isInvitations ? undefined : 'page'}>
          {texts.tabs.people}
        </Link>
        <Link to="/people?view=invitations" aria-current={isInvitations ? 'page' : undefined}>
          {texts.tabs.invitations}
        </Link>
      </nav>
      {isInvitations ? <Invitations /> : <Members filters={filters} change={change} />}
      {isInviting && <Invite onClose={() => setIsInviting(false)} />}
      {filters.person && <PersonDrawer key={filters.person} id={filters.person} onClose={() => change({ person: undefined })} />}
    </Page>
  );
}

function Members({ filters, change }: { filters: Partial<Record<Name, string>>; change: (changes: Partial<Record<Name, string | undefined>>) => void }) {
  const { search, status, sort = 'email', order = 'asc' } = filters;
  const query = useList<DashboardUser>(
    ['people', 'list', search, status, sort, order],
    numbered(async (page, signal) => {
      const { users, has_next } = await api.documents.dashboardUsers.list(
        given({ page, limit: pageSize, search, status: status as DashboardUsersListStatus | undefined, sort_by: sort as DashboardUsersListSortBy, order: order as 'asc' | 'desc' }),
        { signal },
      );
      return { items: users, hasNext: has_next };
    }),
  );
  return (
    <>
      <div className="filters">
        <TextField label={texts.search} type="search" value={search ?? ''} onChange={(text) => change({ search: text })} />
        <SelectField
          label={texts.state}
          value={status ?? ''}
          onChange={(value) => change({ status: value })}
          options={[
            { value: '', label: common.any },
            { value: 'active', label: texts.active },
            { value: 'inactive', label: texts.inactive },
          ]}
        />
      </div>
      <Listed query={query} empty={<Empty title={texts.noneTitle}>{texts.none}</Empty>}>
        {(rows, onEnd) => (
          <Table
            label={texts.tabs.people}
            columns={columns}
            rows={rows}
            keyOf={({ id }) => id}
            onOpen={({ id }) => change({ person: id })}
            onEnd={onEnd}
            sort={{
              by: sort,
              isDescending: order === 'desc',
              change: (by) => change({ sort: by, order: by === sort && order === 'asc' ? 'desc' : 'asc' }),
            }}
          />
        )}
      </Listed>
    </>
  );
}
