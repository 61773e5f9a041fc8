import { useQueryClient } from '@tanstack/react-query';
import { waitForLink } from '@modulex/client/connect';
import { ModuleXError } from '@modulex/client/errors';
import type { CreateConnectLinkRequest, LinkedConnectionResponse } from '@modulex/client/generated/v1';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { api } from '../api';
import { useSession } from '../session';
import { connecting as texts } from '../texts/connections';
import { common } from '../texts/common';
import { isOwn, useAccounts, useCatalog } from './catalog';
import { Dialog } from './dialogs';
import { Button, FormFailure, Note, SelectField, TextField } from './forms';
import { Loaded } from './states';
import { useToast } from './toasts';

const ends: Readonly<Record<string, string>> = { CONNECT_BLOCKED: texts.blocked, CONNECT_CANCELLED: texts.cancelled, CONNECT_EXPIRED: texts.expired };

/** A window whose address comes later. Call it in the handler of a click: after anything that waits, browsers block windows. */
export const openWindow = (): Window | null => window.open('', '_blank', 'popup,width=480,height=720');

/** Has the person connect in a window of its own; for the handler of a click, too. */
async function connectInWindow(terms: CreateConnectLinkRequest, signal: AbortSignal): Promise<LinkedConnectionResponse | null> {
  const opened = openWindow();
  let id: string | undefined;
  try {
    const link = await api.v1.connectLinks.create({ ...terms, display: 'popup', language: 'en' }, { signal });
    id = link.id;
    const open = (url: string) => {
      opened?.location.replace(url);
      return opened;
    };
    const { connection } = await waitForLink(link, { signal, open, poll: (polled) => api.v1.connectLinks.get(polled, {}, { signal }) });
    return connection;
  } catch (error) {
    opened?.close();
    // The link is not needed any more.
    if (signal.aborted && id !== undefined) void api.v1.connectLinks.revoke(id).catch(() => undefined);
    const sentence = error instanceof ModuleXError ? ends[error.code] : undefined;
    throw sentence === undefined ? error : new Error(sentence);
  }
}

/** The account's name for programs, as the server takes it. */
const accountOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 32)
    .replace(/^-+|-+$/g, '');

interface ConnectProps {
  /** Chosen in the dialog where it is left out. */
  tool?: string | undefined;
  /** Connects this account again. */
  again?: string;
  onClose: () => void;
  onConnected?: (connection: LinkedConnectionResponse) => void;
}

/** Connects a tool, a second account of it, or an account again. */
export function ConnectDialog({ tool: given, again, onClose, onConnected }: ConnectProps) {
  const { me } = useSession();
  const catalog = useCatalog();
  const installed = (catalog.data ?? []).filter(({ isInstalled }) => isInstalled);
  const [chosen, setChosen] = useState(given);
  const tool = chosen ?? installed[0]?.name;
  const accounts = useAccounts(tool);
  const own = (accounts.data ?? []).filter((connection) => isOwn(connection, me) && connection.connected_at !== null);
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<Error>();
  const running = useRef<AbortController>(undefined);
  const [isWaiting, setIsWaiting] = useState(false);
  const queries = useQueryClient();
  const toast = useToast();
  useEffect(() => () => running.current?.abort(), []);

  const isFurther = again === undefined && own.length > 0;
  const account = again ?? (isFurther ? accountOf(name) : undefined);
  const problem = !isFurther || name === '' ? undefined : account === '' ? texts.nameUnusable : own.some((one) => one.account === account) ? texts.nameTaken : undefined;

  async function connect(event: FormEvent) {
    event.preventDefault();
    if (tool === undefined) return;
    const controller = new AbortController();
    running.current = controller;
    setFailure(undefined);
    setIsWaiting(true);
    try {
      const made = await connectInWindow({ tool, ...(account !== undefined && { account }) }, controller.signal);
      if (isFurther && name.trim() !== account) await rename(tool, account!, name.trim(), me);
      await Promise.all(['connections', 'tools', 'home'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      toast(texts.connected(catalog.data?.find((one) => one.name === tool)?.display_name ?? tool));
      if (made !== null) onConnected?.(made);
      onClose();
    } catch (error) {
      if (!controller.signal.aborted) setFailure(error as Error);
    } finally {
      setIsWaiting(false);
    }
  }

  return (
    <Dialog title={again === undefined ? (isFurther ? texts.furtherTitle : texts.title) : texts.againTitle} onClose={onClose}>
      <Loaded query={catalog} empty={(all) => !all.some(({ isInstalled }) => isInstalled) && <p>{texts.noTools}</p>}>
        {() => (
          <form onSubmit={(event) => void connect(event)}>
            <FormFailure error={failure} />
            {given === undefined && (
              <SelectField label={texts.tool} value={tool ?? ''} onChange={setChosen} options={installed.map((one) => ({ value: one.name, label: one.display_name }))} />
            )}
            {isFurther && (
              <>
                <p>{texts.further(own.length)}</p>
                <TextField
                  label={texts.name}
                  hint={account ? texts.accountHint(account) : texts.nameHint}
                  problem={problem}
                  required
                  maxLength={100}
                  autoComplete="off"
                  value={name}
                  onChange={setName}
                />
              </>
            )}
            {isWaiting ? <Note>{texts.waiting}</Note> : <p className="quiet">{texts.intro}</p>}
            <div className="buttons">
              <Button onClick={isWaiting ? () => running.current?.abort() : onClose}>{common.cancel}</Button>
              <Button kind="main" type="submit" busy={isWaiting} disabled={accounts.isLoading || problem !== undefined}>
                {texts.button}
              </Button>
            </div>
          </form>
        )}
      </Loaded>
    </Dialog>
  );
}

/** A link knows the account's name for programs only. */
async function rename(tool: string, account: string, name: string, me: { id: string }): Promise<void> {
  const { items } = await api.v1.connections.list({ tool, limit: 100 });
  const made = items.find((connection) => isOwn(connection, me) && connection.account === account);
  if (made !== undefined) await api.v1.connections.update(made.id, { name });
}
