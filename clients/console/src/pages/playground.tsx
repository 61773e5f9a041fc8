import { useQueryClient } from '@tanstack/react-query';
import { ModuleXError } from '@modulex/client/errors';
import type { ConnectionResponse, RunRequest } from '@modulex/client/generated/v1';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../api';
import { type CatalogTool, isOwn, isShared, useAccounts, useCatalog, useToolSchema } from '../parts/catalog';
import { ConnectDialog } from '../parts/connect';
import { useFilters } from '../parts/filters';
import { Button, Note, SelectField } from '../parts/forms';
import { Page, Section } from '../parts/page';
import type { Schema } from '../parts/schema-form';
import { Empty, Loaded } from '../parts/states';
import { useSession } from '../session';
import { playground as texts } from '../texts/playground';
import { Answer, type Outcome } from './playground-answer';
import { RunCode } from './playground-code';
import { RunInput } from './playground-input';
import './playground.css';

export function PlaygroundPage() {
  const catalog = useCatalog();
  return (
    <Page title={texts.title} intro={texts.intro}>
      <Loaded
        query={catalog}
        empty={(tools) =>
          !tools.some(({ isInstalled }) => isInstalled) && (
            <Empty title={texts.noTools}>
              <p>{texts.noToolsHint}</p>
              <Link to="/tools">{texts.toTools}</Link>
            </Empty>
          )
        }
      >
        {(tools) => <Choice tools={tools.filter(({ isInstalled }) => isInstalled)} />}
      </Loaded>
    </Page>
  );
}

/** Which action of which tool, and with which account. */
function Choice({ tools }: { tools: readonly CatalogTool[] }) {
  const { me, isViewer } = useSession();
  const [filters, setFilters] = useFilters<'tool' | 'action' | 'account'>();
  const [connecting, setConnecting] = useState<{ again?: string }>();
  const tool = tools.find(({ name }) => name === filters.tool) ?? tools.find(({ isConnected }) => isConnected) ?? tools[0]!;
  const action = tool.actions.find(({ name }) => name === filters.action);
  const shown = action ?? tool.actions[0];
  const schema = useToolSchema(tool.name);
  const accounts = useAccounts(tool.name);
  const usable = (accounts.data ?? []).filter((one) => one.connected_at !== null && (isShared(one) || isOwn(one, me)));
  const account = usable.find(({ id, account: name }) => filters.account === id || filters.account === name);
  const used = account ?? usable.find((one) => isOwn(one, me) && one.is_default) ?? usable[0];
  const needsAccount = schema.data !== undefined && schema.data.auth_type !== 'none';
  const hasNone = needsAccount && accounts.isSuccess && usable.length === 0;

  return (
    <>
      {isViewer && <Note>{texts.viewer}</Note>}
      <Section title={texts.what}>
        <div className="choice">
          <SelectField
            label={texts.tool}
            value={tool.name}
            onChange={(chosen) => setFilters({ tool: chosen, action: undefined, account: undefined })}
            options={tools.map(({ name, display_name }) => ({ value: name, label: display_name }))}
          />
          <SelectField
            label={texts.action}
            value={shown?.name ?? ''}
            onChange={(chosen) => setFilters({ tool: tool.name, action: chosen })}
            options={tool.actions.map(({ name }) => ({ value: name, label: name }))}
          />
          {needsAccount && (
            <SelectField
              label={texts.account}
              value={account?.id ?? ''}
              onChange={(chosen) => setFilters({ tool: tool.name, account: chosen })}
              options={[
                { value: '', label: hasNone ? texts.noAccount : texts.defaultAccount },
                ...usable.map((one) => ({ value: one.id, label: isShared(one) ? texts.sharedAccount(one.name) : one.name })),
              ]}
            />
          )}
          {!isViewer && hasNone && (
            <Button kind="main" onClick={() => setConnecting({})}>
              {texts.connect}
            </Button>
          )}
        </div>
        {filters.action !== undefined && action === undefined && <Note kind="warn">{texts.unknownAction}</Note>}
        {shown !== undefined && <p className="quiet">{shown.description}</p>}
        {used !== undefined && !used.is_active && <Note kind="warn">{texts.offAccount}</Note>}
        {used !== undefined && shown !== undefined && used.disabled_actions.includes(shown.name) && <Note kind="warn">{texts.offAction}</Note>}
      </Section>
      {shown !== undefined && (
        <Loaded query={schema}>
          {({ actions }) => (
            <Run
              key={`${tool.name}/${shown.name}`}
              tool={tool.name}
              action={shown.name}
              schema={(actions.find(({ name }) => name === shown.name)?.parameters ?? {}) as Schema}
              account={account}
              onConnect={(isAgain) => setConnecting(isAgain && used !== undefined && isOwn(used, me) ? { again: used.account } : {})}
            />
          )}
        </Loaded>
      )}
      {connecting !== undefined && <ConnectDialog tool={tool.name} {...connecting} onClose={() => setConnecting(undefined)} />}
    </>
  );
}

interface RunProps {
  tool: string;
  action: string;
  schema: Schema;
  /** Undefined for the default one. */
  account: ConnectionResponse | undefined;
  onConnect: (isAgain: boolean) => void;
}

/** Whose name stands in the code: a service key runs for people of the application. */
const exampleOwner = 'user123';

function Run({ tool, action, schema, account, onConnect }: RunProps) {
  const { isViewer } = useSession();
  const queries = useQueryClient();
  const [values, setValues] = useState<Record<string, unknown>>({});
  const [outcome, setOutcome] = useState<Outcome>();
  const [busy, setBusy] = useState<'run' | 'preview'>();
  const body: RunRequest = { tool, action, ...(account !== undefined && { connection_id: account.id }), arguments: values };
  const error = outcome?.kind === 'failure' ? outcome.error : undefined;

  async function press(what: 'run' | 'preview') {
    setBusy(what);
    try {
      if (what === 'preview') setOutcome({ kind: 'preview', preview: await api.v1.runs.preview(body) });
      // A key for each press: a press is done once, and the next one is a run of its own.
      else setOutcome({ kind: 'run', run: await api.v1.runs.create(body, { idempotencyKey: crypto.randomUUID() }) });
    } catch (failure) {
      setOutcome({ kind: 'failure', error: failure as Error });
    } finally {
      setBusy(undefined);
      for (const key of ['runs', 'connections', 'home']) void queries.invalidateQueries({ queryKey: [key] });
    }
  }

  const failedBy = error instanceof ModuleXError ? error.code.toLowerCase() : undefined;
  const remedy =
    failedBy === 'tool_not_connected' || failedBy === 'needs_reconnect' ? (
      <div className="buttons">
        <Button kind="main" onClick={() => onConnect(failedBy === 'needs_reconnect')}>
          {failedBy === 'needs_reconnect' ? texts.connectAgain : texts.connect}
        </Button>
      </div>
    ) : null;

  return (
    <div className="playground">
      <RunInput schema={schema} values={values} onChange={setValues} error={error} busy={busy} {...(!isViewer && { onPress: (what) => void press(what) })} />
      <div>
        <Answer outcome={outcome} isBusy={busy !== undefined} remedy={remedy} />
        <RunCode body={{ owner: exampleOwner, tool, action, ...(account !== undefined && { account: account.account }), arguments: values }} />
      </div>
    </div>
  );
}
