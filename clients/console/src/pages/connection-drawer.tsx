import { useQuery } from '@tanstack/react-query';
import { ModuleXError } from '@modulex/client/errors';
import type { ConnectionResponse, UpdateConnectionRequest } from '@modulex/client/generated/v1';
import { type FormEvent, useId, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../api';
import { isOwn, isShared, useCatalog } from '../parts/catalog';
import { ConnectDialog } from '../parts/connect';
import { ConfirmButton, Dialog } from '../parts/dialogs';
import { Button, Note, problemOf, Switch, TextField } from '../parts/forms';
import { Badge, Facts } from '../parts/page';
import { useChange } from '../parts/queries';
import { Loaded } from '../parts/states';
import { Time, wholeTimeOf } from '../parts/time';
import { useToast } from '../parts/toasts';
import { useSession } from '../session';
import { common } from '../texts/common';
import { connection as texts, connections } from '../texts/connections';
import { useOwnerName } from './connection-people';
import { Sharing } from './connection-sharing';
import { StateBadges } from './connection-state';

const changes = [['connections'], ['tools'], ['home']] as const;

/** Everything about a connection, and what can be done with it. */
export function ConnectionDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const connection = useQuery({ queryKey: ['connections', 'one', id], queryFn: ({ signal }) => api.v1.connections.get(id, { signal }) });
  const isGone = connection.error instanceof ModuleXError && connection.error.status === 404;
  return (
    <Dialog title={connection.data?.name ?? common.details} kind="drawer" onClose={onClose}>
      {isGone ? <Note kind="warn">{texts.gone}</Note> : <Loaded query={connection}>{(known) => <Known connection={known} onClose={onClose} />}</Loaded>}
    </Dialog>
  );
}

function Known({ connection, onClose }: { connection: ConnectionResponse; onClose: () => void }) {
  const { me, isOrganizationAdmin, isViewer } = useSession();
  const [asks, setAsks] = useState<'again'>();
  const toast = useToast();
  const catalog = useCatalog();
  const tool = catalog.data?.find(({ name }) => name === connection.tool);
  const changing = useChange((body: UpdateConnectionRequest) => api.v1.connections.update(connection.id, body), { changes });
  const checking = useChange(() => api.v1.connections.check(connection.id), { changes });
  const removing = useChange(() => api.v1.connections.delete(connection.id), { changes, said: texts.removed, isQuiet: true });
  const own = isOwn(connection, me);
  const mayChange = !isViewer && (own || isOrganizationAdmin);

  function check() {
    checking.mutate(undefined, {
      onSuccess: ({ last_error }) => (last_error === null ? toast(texts.checked) : toast(texts.checkFailed(last_error.message), 'bad')),
    });
  }

  return (
    <>
      <StateBadges connection={connection} />
      {connections.stateHints[connection.state] !== '' && <p className="quiet">{connections.stateHints[connection.state]}</p>}
      {connection.last_error !== null && (
        <Note kind="bad">
          <p>
            {texts.lastError}: {connection.last_error.message}
          </p>
          <p>
            <code>{connection.last_error.code}</code>, {wholeTimeOf(connection.last_error.at)}
          </p>
        </Note>
      )}
      {!isViewer && (
        <div className="buttons">
          {mayChange && (
            <Button busy={checking.isPending} onClick={check}>
              {texts.check}
            </Button>
          )}
          {own && (
            <Button kind={connection.state === 'needs_reconnect' ? 'main' : 'plain'} onClick={() => setAsks('again')}>
              {texts.reconnect}
            </Button>
          )}
          {mayChange && !connection.is_default && (
            <Button busy={changing.isPending} onClick={() => changing.mutate({ is_default: true }, { onSuccess: () => toast(texts.madeDefault) })}>
              {texts.makeDefault}
            </Button>
          )}
          {(own || isShared(connection)) && (
            <Link className="button" to={`/playground?${new URLSearchParams({ tool: connection.tool, account: connection.id }).toString()}`}>
              {texts.playground}
            </Link>
          )}
        </div>
      )}
      <ConnectionFacts connection={connection} toolName={tool?.display_name ?? connection.tool} />
      {mayChange && (
        <>
          <div className="drawer-part">
            <div className="switch-line">
              <div>
                <h3>{texts.active}</h3>
                <p className="quiet">{texts.activeHint}</p>
              </div>
              <Switch label={texts.active} value={connection.is_active} disabled={changing.isPending} onChange={(is_active) => changing.mutate({ is_active })} />
            </div>
            <Rename connection={connection} />
          </div>
          {isShared(connection) && isOrganizationAdmin && <Sharing connection={connection} />}
          {tool !== undefined && <ActionSwitches connection={connection} actions={tool.actions.map(({ name }) => name)} />}
          <div className="drawer-part">
            <p className="quiet">{texts.removeHint}</p>
            <div className="buttons">
              <ConfirmButton
                label={texts.remove}
                title={texts.removeTitle(connection.name)}
                name={connection.name}
                button={common.delete}
                onConfirm={() => removing.mutateAsync(undefined).then(onClose)}
              >
                <p>{texts.removeQuestion}</p>
              </ConfirmButton>
            </div>
          </div>
        </>
      )}
      {asks === 'again' && <ConnectDialog tool={connection.tool} again={connection.account} onClose={() => setAsks(undefined)} />}
    </>
  );
}

function ConnectionFacts({ connection, toolName }: { connection: ConnectionResponse; toolName: string }) {
  const nameOf = useOwnerName();
  const { scopes } = connection;
  return (
    <Facts
      facts={[
        [
          connections.tool,
          <Link key="tool" to={`/tools/${encodeURIComponent(connection.tool)}`}>
            {toolName}
          </Link>,
        ],
        [connections.label, connection.label ?? connections.noLabel],
        [connections.owner, nameOf(connection.owner)],
        [texts.account, <code key="account">{connection.account}</code>],
        [texts.isDefault, connection.is_default ? common.yes : common.no],
        [texts.connectedAt, <Time key="connected" at={connection.connected_at} />],
        [connections.lastUsed, <Time key="used" at={connection.last_used_at} />],
        [texts.lastChecked, <Time key="checked" at={connection.last_checked_at} />],
        [connections.expires, <Time key="expires" at={connection.expires_at} none={connections.noExpiry} />],
        [
          texts.scopes,
          scopes.length === 0 ? (
            texts.noScopes
          ) : (
            <span key="scopes" className="badges">
              {scopes.map((scope) => (
                <Badge key={scope}>{scope}</Badge>
              ))}
            </span>
          ),
        ],
      ]}
    />
  );
}

function Rename({ connection }: { connection: ConnectionResponse }) {
  const [name, setName] = useState(connection.name);
  const renaming = useChange(() => api.v1.connections.update(connection.id, { name: name.trim() }), { changes, said: texts.renamed, isQuiet: true });
  function submit(event: FormEvent) {
    event.preventDefault();
    renaming.mutate(undefined);
  }
  return (
    <form className="rename" onSubmit={submit}>
      <TextField
        label={texts.rename}
        hint={texts.renameHint}
        problem={problemOf(renaming.error, '/name') ?? renaming.error?.message}
        maxLength={100}
        required
        autoComplete="off"
        value={name}
        onChange={setName}
      />
      <Button type="submit" busy={renaming.isPending} disabled={name.trim() === '' || name.trim() === connection.name}>
        {common.save}
      </Button>
    </form>
  );
}

/** Longer lists can be searched. */
const manyActions = 12;

function ActionSwitches({ connection, actions }: { connection: ConnectionResponse; actions: readonly string[] }) {
  const [search, setSearch] = useState('');
  const titleId = useId();
  const switching = useChange(({ action, on }: { action: string; on: boolean }) => api.v1.connections.update(connection.id, { actions: { [action]: on } }), { changes });
  const words = search.toLowerCase().replaceAll('_', ' ').trim();
  const shown = actions.filter((action) => action.replaceAll('_', ' ').includes(words));
  return (
    <div className="drawer-part">
      <h3 id={titleId}>{texts.actions}</h3>
      <p className="quiet">{texts.actionsHint}</p>
      {actions.length > manyActions && <TextField label={texts.findAction} type="search" value={search} onChange={setSearch} />}
      {shown.length === 0 && <p>{texts.noAction}</p>}
      <ul className="switches" aria-labelledby={titleId}>
        {shown.map((action) => (
          <li key={action}>
            <code>{action}</code>
            <Switch
              label={texts.actionSwitch(action)}
              value={!connection.disabled_actions.includes(action)}
              disabled={switching.isPending}
              onChange={(on) => switching.mutate({ action, on })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
