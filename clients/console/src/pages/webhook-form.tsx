import type { NewWebhookResponse, WebhookResponse } from '@modulex/client/generated/v1';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../api';
import { Dialog, ShownOnce } from '../parts/dialogs';
import { Button, CheckField, FormFailure, problemOf, TextField } from '../parts/forms';
import { useChange } from '../parts/queries';
import { common } from '../texts/common';
import { eventTypes, webhooks as texts } from '../texts/webhooks';

type Events = NonNullable<Parameters<typeof api.v1.outgoingWebhooks.create>[0]['events']>;

export interface WebhookInput {
  url: string;
  description: string;
  events: Events;
}

interface FormProps {
  /** As it is; none to add one. */
  webhook?: WebhookResponse;
  title: string;
  button: string;
  save: (input: WebhookInput) => Promise<unknown>;
  onClose: () => void;
}

/** The form of a webhook, to add one or to change it. */
export function WebhookForm({ webhook, title, button, save, onClose }: FormProps) {
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [description, setDescription] = useState(webhook?.description ?? '');
  const [hasAll, setHasAll] = useState((webhook?.events.length ?? 0) === 0);
  const [events, setEvents] = useState<readonly string[]>(webhook?.events ?? []);
  const [isMissing, setIsMissing] = useState(false);
  const change = useChange(save, { changes: [['webhooks']], isQuiet: true });

  const isAtField = ['/url', '/description'].some((pointer) => problemOf(change.error, pointer) !== undefined);

  function submit(event: FormEvent) {
    event.preventDefault();
    setIsMissing(!hasAll && events.length === 0);
    if (!hasAll && events.length === 0) return;
    change.mutate({ url: url.trim(), description: description.trim(), events: hasAll ? [] : (events as Events) });
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit}>
        {!isAtField && <FormFailure error={change.error} />}
        <TextField
          label={texts.url}
          hint={texts.urlHint}
          type="url"
          required
          autoFocus
          autoComplete="off"
          placeholder="https://"
          value={url}
          onChange={setUrl}
          problem={problemOf(change.error, '/url')}
        />
        <TextField label={texts.description} hint={texts.descriptionHint} autoComplete="off" value={description} onChange={setDescription} problem={problemOf(change.error, '/description')} />
        <fieldset className="webhook-events">
          <legend>{texts.events}</legend>
          <label className="choice">
            <input type="radio" name="events" checked={hasAll} onChange={() => setHasAll(true)} /> {texts.all}
          </label>
          <label className="choice">
            <input type="radio" name="events" checked={!hasAll} onChange={() => setHasAll(false)} /> {texts.some}
          </label>
          {!hasAll &&
            Object.entries(eventTypes).map(([type, text]) => (
              <CheckField
                key={type}
                label={<code>{type}</code>}
                hint={text}
                value={events.includes(type)}
                onChange={(isChosen) => setEvents(isChosen ? [...events, type] : events.filter((other) => other !== type))}
              />
            ))}
          {isMissing && (
            <p className="problem" role="alert">
              {texts.chooseOne}
            </p>
          )}
        </fieldset>
        <div className="buttons">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="main" type="submit" busy={change.isPending}>
            {button}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The secret of a new endpoint, or the new one of an endpoint. */
export function SecretDialog({ made, hasLink = false, onClose }: { made: NewWebhookResponse; hasLink?: boolean; onClose: () => void }) {
  const link = hasLink && {
    actions: (
      <Link className="button main" to={`/webhooks/${made.webhook.id}`}>
        {texts.toWebhook}
      </Link>
    ),
  };
  return <ShownOnce title={texts.secretTitle} warning={texts.secretOnce} secret={made.secret} label={texts.secret} close={texts.hasSecret} onClose={onClose} {...link} />;
}
