import { useQueryClient } from '@tanstack/react-query';
import { ModuleXError } from '@modulex/client/errors';
import { pause } from '@modulex/client/pause';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { api } from '../api';
import { useCatalog, useToolSchema } from '../parts/catalog';
import { openWindow } from '../parts/connect';
import { Dialog } from '../parts/dialogs';
import { Button, CheckField, FormFailure, Note, problemOf, SelectField, TextField } from '../parts/forms';
import { Loaded } from '../parts/states';
import { useToast } from '../parts/toasts';
import { common } from '../texts/common';
import { connecting, sharing as texts } from '../texts/connections';

/** For how long the server keeps an authorization that was begun. */
const longest = 10 * 60_000;

/** Waits until the person has agreed at the service. */
async function connectedAt(service: string, id: string, opened: Window | null, signal: AbortSignal): Promise<void> {
  if (opened === null) throw new Error(connecting.blocked);
  opened.location.replace(service);
  try {
    for (const end = Date.now() + longest; Date.now() < end; await pause(1_000, signal)) {
      if ((await api.v1.connections.get(id, { signal })).connected_at !== null) return;
    }
    throw new Error(texts.late);
  } catch (error) {
    // It was begun here, and is of no use.
    void api.v1.connections.delete(id).catch(() => undefined);
    throw error;
  }
}

/** Makes a connection of the organization. What a tool asks for is known once the server refused to do without it. */
export function ShareDialog({ onClose }: { onClose: () => void }) {
  const catalog = useCatalog();
  const installed = (catalog.data ?? []).filter(({ isInstalled }) => isInstalled);
  const [chosen, setChosen] = useState<string>();
  const tool = chosen ?? installed[0]?.name;
  const schema = useToolSchema(tool);
  const [name, setName] = useState('');
  const [everybody, setEverybody] = useState(false);
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [credentials, setCredentials] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<Error>();
  const running = useRef<AbortController>(undefined);
  const [isWaiting, setIsWaiting] = useState(false);
  const queries = useQueryClient();
  const toast = useToast();
  useEffect(() => () => running.current?.abort(), []);

  const isByWindow = asked.length === 0 && schema.data?.auth_type === 'oauth2';

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (tool === undefined) return;
    const { signal } = (running.current = new AbortController());
    const opened = isByWindow ? openWindow() : null;
    setFailure(undefined);
    setIsWaiting(true);
    try {
      const made = await api.v1.connections.create({ tool, name: name.trim(), sharing: { everybody }, credentials }, { signal });
      if (made.redirect_url !== null) await connectedAt(made.redirect_url, made.connection.id, opened, signal);
      await queries.invalidateQueries({ queryKey: ['connections'] });
      toast(made.warning === null ? texts.done : texts.warned(made.warning), made.warning === null ? 'good' : 'bad');
      onClose();
    } catch (error) {
      if (!signal.aborted) refused(error as Error);
    } finally {
      opened?.close();
      setIsWaiting(false);
    }
  }

  function refused(error: Error) {
    const fields = error instanceof ModuleXError && error.code === 'credentials_invalid' ? error.problems.map(({ pointer }) => pointer.slice(1)) : [];
    setAsked((before) => [...new Set([...before, ...fields])]);
    // The first refusal only tells what is asked for.
    setFailure(asked.length === 0 && fields.length > 0 ? undefined : error);
  }

  return (
    <Dialog title={texts.title} onClose={onClose}>
      <Loaded query={catalog} empty={() => installed.length === 0 && <p>{connecting.noTools}</p>}>
        {() => (
          <form onSubmit={(event) => void submit(event)}>
            <FormFailure error={failure} />
            <p className="quiet">{texts.intro}</p>
            <SelectField
              label={texts.tool}
              value={tool ?? ''}
              onChange={(value) => {
                setChosen(value);
                setAsked([]);
                setCredentials({});
                setFailure(undefined);
              }}
              options={installed.map((one) => ({ value: one.name, label: one.display_name }))}
            />
            <TextField label={texts.name} hint={texts.nameHint} problem={problemOf(failure, '/name')} required maxLength={100} autoComplete="off" value={name} onChange={setName} />
            <CheckField label={texts.everybody} hint={texts.everybodyHint} value={everybody} onChange={setEverybody} />
            {asked.length > 0 && <p>{texts.asked}</p>}
            {asked.map((field) => (
              <TextField
                key={field}
                label={field}
                type={/secret|password|token|key/i.test(field) ? 'password' : 'text'}
                problem={problemOf(failure, `/${field}`)}
                autoComplete="off"
                value={credentials[field] ?? ''}
                onChange={(value) => setCredentials({ ...credentials, [field]: value })}
              />
            ))}
            {isWaiting && isByWindow && <Note>{texts.waiting}</Note>}
            <div className="buttons">
              <Button onClick={isWaiting ? () => running.current?.abort() : onClose}>{common.cancel}</Button>
              <Button kind="main" type="submit" busy={isWaiting} disabled={schema.data === undefined}>
                {isByWindow || asked.length > 0 ? texts.button : texts.next}
              </Button>
            </div>
          </form>
        )}
      </Loaded>
    </Dialog>
  );
}
