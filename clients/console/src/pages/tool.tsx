import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { categoryOf, type CatalogTool, isOwn, useAccounts, useCatalog, useToolSchema } from '../parts/catalog';
import { ConnectDialog } from '../parts/connect';
import { useFilters } from '../parts/filters';
import { Button, Note } from '../parts/forms';
import { Avatar, Facts, Page } from '../parts/page';
import { Empty, Loaded, Loading } from '../parts/states';
import { useSession } from '../session';
import { tool as texts, toolSettings } from '../texts/tool';
import { ConnectionList } from './connection-list';
import { ToolActions } from './tool-actions';
import { InstallDialog } from './tool-install';
import { ToolSettings } from './tool-settings';
import { ToolBadges } from './tools';
import './tools.css';

type Tab = keyof typeof texts.tabs;

export function ToolPage() {
  const { name = '' } = useParams();
  const catalog = useCatalog();
  const tool = catalog.data?.find((one) => one.name === name);
  if (tool !== undefined) return <KnownTool key={name} tool={tool} />;
  return (
    <Page title={name}>
      <Loaded query={catalog}>
        {() => (
          <Empty title={texts.unknown}>
            <p>{texts.unknownHint}</p>
            <Link to="/tools">{texts.back}</Link>
          </Empty>
        )}
      </Loaded>
    </Page>
  );
}

function KnownTool({ tool }: { tool: CatalogTool }) {
  const { me, isOrganizationAdmin, isViewer } = useSession();
  const mayAdminister = isOrganizationAdmin && !isViewer;
  const schema = useToolSchema(tool.name);
  const accounts = useAccounts(tool.name);
  const [filters, setFilters] = useFilters<'tab' | 'search' | 'connection'>();
  const [isInstalling, setIsInstalling] = useState(false);
  const [isConnecting, setIsConnecting] = useState(false);
  const tabs = (Object.keys(texts.tabs) as Tab[]).filter((tab) => tab !== 'settings' || mayAdminister);
  const tab = tabs.find((one) => one === filters.tab) ?? (filters.tab === 'settings' ? 'settings' : 'actions');
  const hasOwn = (accounts.data ?? []).some((connection) => isOwn(connection, me) && connection.connected_at !== null);

  return (
    <Page
      title={tool.display_name}
      intro={tool.description}
      actions={
        <>
          {tool.isInstalled && !isViewer && (
            <>
              <Link className="button" to={`/playground?tool=${encodeURIComponent(tool.name)}`}>
                {texts.playground}
              </Link>
              {schema.data?.auth_type !== 'none' && (
                <Button kind={hasOwn ? 'plain' : 'main'} onClick={() => setIsConnecting(true)}>
                  {hasOwn ? texts.connectFurther : texts.connect}
                </Button>
              )}
            </>
          )}
          {!tool.isInstalled && mayAdminister && (
            <Button kind="main" onClick={() => setIsInstalling(true)}>
              {texts.install}
            </Button>
          )}
        </>
      }
    >
      <div className="tool-head">
        <Avatar name={tool.display_name} />
        <ToolBadges tool={tool} />
      </div>
      {!tool.isInstalled && <Note>{texts.notInstalled}</Note>}
      <ToolFacts tool={tool} authType={schema.data?.auth_type} />
      <nav className="tabs" aria-label={texts.tabsLabel}>
        {tabs.map((one) => (
          <button key={one} type="button" aria-current={one === tab ? 'page' : undefined} onClick={() => setFilters({ tab: one, search: undefined, connection: undefined })}>
            {texts.tabs[one]}
          </button>
        ))}
      </nav>
      {tab === 'actions' && <Loaded query={schema}>{({ actions }) => <ToolActions tool={tool.name} actions={actions} />}</Loaded>}
      {tab === 'connections' && <ConnectionList tool={tool.name} />}
      {tab === 'settings' &&
        (!mayAdminister ? (
          <Note>{toolSettings.forAdmins}</Note>
        ) : !tool.isInstalled ? null : schema.data === undefined ? (
          <Loading />
        ) : (
          <ToolSettings tool={tool} schema={schema.data} />
        ))}
      {isInstalling && <InstallDialog tool={tool} onClose={() => setIsInstalling(false)} />}
      {isConnecting && <ConnectDialog tool={tool.name} onClose={() => setIsConnecting(false)} />}
    </Page>
  );
}

function ToolFacts({ tool, authType }: { tool: CatalogTool; authType: keyof typeof texts.authTypes | undefined }) {
  const site = tool.app_url !== null && URL.canParse(tool.app_url) && /^https?:$/.test(new URL(tool.app_url).protocol) ? tool.app_url : undefined;
  return (
    <Facts
      facts={[
        [texts.ways, authType === undefined ? '…' : texts.authTypes[authType]],
        [texts.categories, tool.categories.map(categoryOf).join(', ') || '–'],
        [texts.version, tool.version],
        [texts.author, tool.author],
        [texts.people, texts.peopleCount(tool.userCount)],
        ...(site === undefined
          ? []
          : [
              [
                texts.site,
                <a key="site" href={site} target="_blank" rel="noreferrer">
                  {site}
                </a>,
              ] as const,
            ]),
      ]}
    />
  );
}
