import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../api';
import { categoryOf, type CatalogTool, useCatalog } from '../parts/catalog';
import { ConnectDialog } from '../parts/connect';
import { useFilters } from '../parts/filters';
import { Button, SelectField, TextField } from '../parts/forms';
import { Avatar, Badge, Page } from '../parts/page';
import { useChange } from '../parts/queries';
import { Empty, Loaded } from '../parts/states';
import { useSession } from '../session';
import { common } from '../texts/common';
import { tools as texts } from '../texts/tools';
import { InstallDialog, installationKeys } from './tool-install';
import './tools.css';

type Filters = Partial<Record<'search' | 'category' | 'show', string>>;

const shows: Readonly<Record<string, (tool: CatalogTool) => boolean>> = {
  installed: ({ isInstalled }) => isInstalled,
  'not-installed': ({ isInstalled }) => !isInstalled,
  connected: ({ isConnected }) => isConnected,
};

function fits(tool: CatalogTool, { search = '', category, show }: Filters): boolean {
  const text = [tool.name, tool.display_name, tool.description, ...tool.actions.map(({ name }) => name.replaceAll('_', ' '))].join(' ').toLowerCase();
  const words = search.toLowerCase().replaceAll('_', ' ').split(/\s+/).filter(Boolean);
  return words.every((word) => text.includes(word)) && (category === undefined || tool.categories.map(categoryOf).includes(category)) && (shows[show ?? '']?.(tool) ?? true);
}

export function ToolsPage() {
  const { isOrganizationAdmin, isViewer } = useSession();
  const catalog = useCatalog();
  const [filters, setFilters] = useFilters<'search' | 'category' | 'show'>();
  const [installing, setInstalling] = useState<CatalogTool>();
  const [connecting, setConnecting] = useState<string>();
  const mayInstall = isOrganizationAdmin && !isViewer;
  const sync = useChange(() => api.documents.integrations.sync({ auto_install: false }), { changes: installationKeys, said: texts.synced });
  const categories = [...new Set((catalog.data ?? []).flatMap((tool) => tool.categories.map(categoryOf)))].toSorted();

  return (
    <Page
      title={texts.title}
      intro={texts.intro}
      actions={
        mayInstall && (
          <Button busy={sync.isPending} onClick={() => sync.mutate()}>
            {texts.sync}
          </Button>
        )
      }
    >
      <Loaded query={catalog} empty={(tools) => tools.length === 0 && <Empty title={texts.empty}>{texts.emptyHint}</Empty>}>
        {(tools) => {
          const shown = tools.filter((tool) => fits(tool, filters));
          return (
            <>
              <div className="filters">
                <TextField label={common.search} type="search" placeholder={texts.searchHint} value={filters.search ?? ''} onChange={(search) => setFilters({ search })} />
                <SelectField
                  label={texts.category}
                  value={filters.category ?? ''}
                  onChange={(category) => setFilters({ category })}
                  options={[{ value: '', label: texts.anyCategory }, ...categories.map((category) => ({ value: category, label: category }))]}
                />
                <SelectField
                  label={texts.installation}
                  value={filters.show ?? ''}
                  onChange={(show) => setFilters({ show })}
                  options={[
                    { value: '', label: texts.all },
                    { value: 'installed', label: texts.installed },
                    { value: 'not-installed', label: texts.notInstalled },
                    { value: 'connected', label: texts.isConnected },
                  ]}
                />
                <p className="quiet" role="status">
                  {texts.count(shown.length, tools.length)}
                </p>
              </div>
              {shown.length === 0 ? (
                <Empty title={texts.nothingFits}>
                  <p>{texts.nothingFitsHint}</p>
                  <Button onClick={() => setFilters({ search: undefined, category: undefined, show: undefined })}>{common.clear}</Button>
                </Empty>
              ) : (
                <ul className="grid" aria-label={texts.list}>
                  {shown.map((tool) => (
                    <li key={tool.name} className="card tool-card">
                      <ToolCard tool={tool} />
                      <div className="buttons">
                        {mayInstall && !tool.isInstalled && (
                          <Button aria-label={texts.installNamed(tool.display_name)} onClick={() => setInstalling(tool)}>
                            {texts.install}
                          </Button>
                        )}
                        {!isViewer && tool.isInstalled && tool.isActive && !tool.isConnected && (
                          <Button aria-label={texts.connectNamed(tool.display_name)} onClick={() => setConnecting(tool.name)}>
                            {texts.connect}
                          </Button>
                        )}
                      </div>
                    </li>
                  ))}
                </ul>
              )}
            </>
          );
        }}
      </Loaded>
      {installing && <InstallDialog tool={installing} onClose={() => setInstalling(undefined)} />}
      {connecting !== undefined && <ConnectDialog tool={connecting} onClose={() => setConnecting(undefined)} />}
    </Page>
  );
}

function ToolCard({ tool }: { tool: CatalogTool }) {
  return (
    <>
      <header>
        <Avatar name={tool.display_name} />
        <div>
          <h2>
            <Link to={`/tools/${encodeURIComponent(tool.name)}`}>{tool.display_name}</Link>
          </h2>
          <p className="quiet">{tool.categories.map(categoryOf).join(', ')}</p>
        </div>
      </header>
      <p className="tool-description">{tool.description}</p>
      <div className="tool-facts">
        <ToolBadges tool={tool} />
        <span className="quiet">{texts.actions(tool.actions.length)}</span>
      </div>
    </>
  );
}

/** What the organization and the person made of a tool. */
export function ToolBadges({ tool }: { tool: CatalogTool }) {
  return (
    <>
      {!tool.isInstalled ? <Badge>{texts.notInstalled}</Badge> : tool.isActive ? <Badge tone="good">{texts.installed}</Badge> : <Badge tone="warn">{texts.off}</Badge>}
      {tool.isConnected && <Badge tone="good">{texts.connected}</Badge>}
    </>
  );
}
