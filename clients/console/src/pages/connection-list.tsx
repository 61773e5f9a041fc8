import type { ReactNode } from 'react';
import { api } from '../api';
import { isShared, useCatalog } from '../parts/catalog';
import { useFilters } from '../parts/filters';
import { SelectField } from '../parts/forms';
import { Badge } from '../parts/page';
import { useList } from '../parts/queries';
import { Empty } from '../parts/states';
import { Listed, Table } from '../parts/table';
import { Time } from '../parts/time';
import { useSession } from '../session';
import { connections as texts } from '../texts/connections';
import { ConnectionDrawer } from './connection-drawer';
import { useMembers, useOwnerName } from './connection-people';
import { StateBadges } from './connection-state';

/** Connections in a table, with facets, and the one that was opened. */
export function ConnectionList({ tool, empty }: { tool?: string; empty?: ReactNode }) {
  const { me, isOrganizationAdmin } = useSession();
  const [filters, setFilters] = useFilters<'tool' | 'owner' | 'connection'>();
  const catalog = useCatalog();
  const members = useMembers();
  const nameOf = useOwnerName();
  const asked = { tool: tool ?? filters.tool, owner: filters.owner };
  const list = useList(['connections', 'list', asked], (cursor, signal) =>
    api.v1.connections.list({ ...(asked.tool && { tool: asked.tool }), ...(asked.owner && { owner: asked.owner }), ...(cursor !== undefined && { cursor }) }, { signal }),
  );
  const toolName = (name: string) => catalog.data?.find((one) => one.name === name)?.display_name ?? name;
  const isFiltered = (tool === undefined && filters.tool !== undefined) || filters.owner !== undefined;

  return (
    <>
      <div className="filters">
        {tool === undefined && (
          <SelectField
            label={texts.tool}
            value={filters.tool ?? ''}
            onChange={(chosen) => setFilters({ tool: chosen })}
            options={[{ value: '', label: texts.anyTool }, ...(catalog.data ?? []).map(({ name, display_name }) => ({ value: name, label: display_name }))]}
          />
        )}
        {isOrganizationAdmin && (
          <SelectField
            label={texts.owner}
            value={filters.owner ?? ''}
            onChange={(owner) => setFilters({ owner })}
            options={[{ value: '', label: texts.mine }, ...(members.data ?? []).map(({ id, email }) => ({ value: id, label: id === me.id ? texts.you : email }))]}
          />
        )}
      </div>
      <Listed
        query={list}
        empty={
          isFiltered ? (
            <Empty title={texts.emptyFiltered}>{texts.emptyFilteredHint}</Empty>
          ) : (
            <Empty title={texts.empty}>
              <p>{texts.emptyHint}</p>
              {empty}
            </Empty>
          )
        }
      >
        {(rows, onEnd) => (
          <Table
            label={texts.table}
            rows={rows}
            keyOf={({ id }) => id}
            onEnd={onEnd}
            onOpen={({ id }) => setFilters({ connection: id })}
            columns={[
              { title: texts.name, cell: (row) => (tool === undefined ? `${toolName(row.tool)}: ${row.name}` : row.name) },
              {
                title: texts.state,
                width: '11.5rem',
                cell: (row) => (
                  <span className="badges">
                    <StateBadges connection={row} />
                    {row.is_default && <Badge>{texts.isDefault}</Badge>}
                  </span>
                ),
              },
              { title: texts.labelShort, width: '8rem', cell: (row) => row.label ?? <span className="quiet">{texts.noLabel}</span> },
              { title: texts.owner, width: '9rem', cell: (row) => (isShared(row) ? texts.sharedShort : nameOf(row.owner)) },
              { title: texts.lastUsed, width: '8rem', cell: (row) => <Time at={row.last_used_at} /> },
              { title: texts.expiresShort, width: '7rem', cell: (row) => <Time at={row.expires_at} none="–" /> },
            ]}
          />
        )}
      </Listed>
      {filters.connection !== undefined && <ConnectionDrawer key={filters.connection} id={filters.connection} onClose={() => setFilters({ connection: undefined })} />}
    </>
  );
}
