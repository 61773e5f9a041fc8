import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CountedWebhookResponse, NewWebhookResponse } from '@modulex/client/generated/v1';
import { useEffect, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../api';
import { Confirm } from '../parts/dialogs';
import { Button, Note } from '../parts/forms';
import { Facts, Figure, Page, Section } from '../parts/page';
import { useChange } from '../parts/queries';
import { Empty, Loaded } from '../parts/states';
import { countOf, Time, wholeTimeOf } from '../parts/time';
import { useToast } from '../parts/toasts';
import { useSession } from '../session';
import { common } from '../texts/common';
import { webhook as texts, webhooks } from '../texts/webhooks';
import { Deliveries } from './deliveries';
import { SecretDialog, WebhookForm } from './webhook-form';
import { WebhookState } from './webhook-state';
import './webhooks.css';

/** No event tells of deliveries, so they are looked at: often while some are under way. */
const lookEvery = { pending: 2_000, quiet: 15_000 };

export function WebhookPage() {
  const { isOrganizationAdmin } = useSession();
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['webhooks', id],
    queryFn: ({ signal }) => api.v1.outgoingWebhooks.get(id, { signal }),
    enabled: isOrganizationAdmin,
    refetchInterval: ({ state }) => ((state.data?.deliveries.pending ?? 0) > 0 ? lookEvery.pending : lookEvery.quiet),
  });
  const queries = useQueryClient();
  const seen = query.data && JSON.stringify([query.data.deliveries, query.data.deliveries.pending > 0 && query.dataUpdatedAt]);
  useEffect(() => void queries.invalidateQueries({ queryKey: ['deliveries', id] }), [queries, id, seen]);

  if (!isOrganizationAdmin)
    return (
      <Page title={webhooks.title}>
        <Empty title={common.forbiddenTitle}>
          <p>{webhooks.refused}</p>
        </Empty>
      </Page>
    );
  if (query.data === undefined)
    return (
      <Page title={webhooks.title}>
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    );
  return <Webhook counted={query.data} />;
}

/** What is asked for a word before it is lost: short enough to type. */
function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}

function Webhook({ counted: { webhook, deliveries } }: { counted: CountedWebhookResponse }) {
  const { id, url, description, events, enabled } = webhook;
  const { isViewer } = useSession();
  const [asked, setAsked] = useState<'edit' | 'off' | 'rotate' | 'delete'>();
  const [made, setMade] = useState<NewWebhookResponse>();
  const navigate = useNavigate();
  const toast = useToast();
  const queries = useQueryClient();
  const close = () => setAsked(undefined);
  const changes = [['webhooks'], ['deliveries', id]];
  const test = useChange(() => api.v1.deliveries.test(id), { changes, said: texts.tested });
  const switchTo = useChange((isOn: boolean) => api.v1.outgoingWebhooks.update(id, { enabled: isOn }), { changes, said: enabled ? texts.off : texts.on });
  const host = hostOf(url);

  const actions = !isViewer && (
    <>
      <Button kind="main" busy={test.isPending} disabled={!enabled} onClick={() => test.mutate(undefined)}>
        {texts.test}
      </Button>
      <Button onClick={() => setAsked('edit')}>{texts.edit}</Button>
      {enabled ? (
        <Button onClick={() => setAsked('off')}>{texts.switchOff}</Button>
      ) : (
        <Button busy={switchTo.isPending} onClick={() => switchTo.mutate(true)}>
          {texts.switchOn}
        </Button>
      )}
      <Button onClick={() => setAsked('rotate')}>{texts.rotate}</Button>
      <Button kind="danger" onClick={() => setAsked('delete')}>
        {texts.delete}
      </Button>
    </>
  );

  return (
    <Page title={description || host} intro={<code>{url}</code>} actions={actions}>
      <Link className="back" to="/webhooks">
        {texts.back}
      </Link>
      {webhook.disabled_reason !== null && <Note kind={webhook.disabled_reason === 'by_user' ? 'warn' : 'bad'}>{texts.reasons[webhook.disabled_reason] ?? webhook.disabled_reason}</Note>}
      <div className="figures">
        <Figure label={texts.counts.delivered} value={countOf(deliveries.delivered)} />
        <Figure label={texts.counts.pending} value={countOf(deliveries.pending)} tone={deliveries.pending > 0 ? 'warn' : 'plain'} />
        <Figure label={texts.counts.failed} value={countOf(deliveries.failed)} tone={deliveries.failed > 0 ? 'bad' : 'plain'} />
      </div>
      <Section title={texts.about}>
        <Facts
          facts={[
            [webhooks.state, <WebhookState key="state" webhook={webhook} />],
            ...(webhook.failing_since === null ? [] : [[texts.failingSince, wholeTimeOf(webhook.failing_since)] as const]),
            [
              webhooks.events,
              events.length === 0 ? (
                webhooks.all
              ) : (
                <span key="events" className="event-list">
                  {events.map((type) => (
                    <code key={type}>{type}</code>
                  ))}
                </span>
              ),
            ],
            ...(webhook.previous_secret_until === null ? [] : [[texts.oldSecret, wholeTimeOf(webhook.previous_secret_until)] as const]),
            [webhooks.made, <Time key="made" at={webhook.created_at} />],
            [texts.changed, <Time key="changed" at={webhook.updated_at} />],
            [texts.id, <code key="id">{id}</code>],
          ]}
        />
      </Section>
      <Deliveries webhookId={id} hasFailed={deliveries.failed > 0} />

      {asked === 'edit' && (
        <WebhookForm
          webhook={webhook}
          title={texts.editTitle}
          button={common.save}
          save={async (input) => {
            await api.v1.outgoingWebhooks.update(id, input);
            toast(common.saved);
            close();
          }}
          onClose={close}
        />
      )}
      {asked === 'off' && (
        <Confirm title={texts.offTitle} button={texts.switchOff} onConfirm={() => switchTo.mutateAsync(false)} onClose={close}>
          <p>{texts.offText}</p>
        </Confirm>
      )}
      {asked === 'rotate' && (
        <Confirm
          title={texts.rotateTitle}
          button={texts.rotate}
          onConfirm={async () => {
            setMade(await api.v1.outgoingWebhooks.rotateSecret(id));
            await queries.invalidateQueries({ queryKey: ['webhooks'] });
          }}
          onClose={close}
        >
          <p>{texts.rotateText}</p>
        </Confirm>
      )}
      {asked === 'delete' && (
        <Confirm
          title={texts.deleteTitle}
          name={host}
          button={texts.delete}
          onConfirm={async () => {
            await api.v1.outgoingWebhooks.delete(id);
            queries.removeQueries({ queryKey: ['webhooks', id] });
            toast(texts.deleted);
            void navigate('/webhooks');
            void queries.invalidateQueries({ queryKey: ['webhooks', 'list'] });
          }}
          onClose={close}
        >
          <p>{texts.deleteText}</p>
        </Confirm>
      )}
      {made !== undefined && <SecretDialog made={made} onClose={() => setMade(undefined)} />}
    </Page>
  );
}
