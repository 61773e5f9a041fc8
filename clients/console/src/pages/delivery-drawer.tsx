import { useQuery } from '@tanstack/react-query';
import type { DeliveryAttemptResponse, DeliveryDetailsResponse } from '@modulex/client/generated/v1';
import { api } from '../api';
import { Dialog } from '../parts/dialogs';
import { Button, Note } from '../parts/forms';
import { Badge, Facts } from '../parts/page';
import { useChange } from '../parts/queries';
import { Loaded } from '../parts/states';
import { durationOf, Time, wholeTimeOf } from '../parts/time';
import { useSession } from '../session';
import { delivery as texts, webhook } from '../texts/webhooks';
import { DeliveryState } from './deliveries';

/** While something is under way it is looked at so often. */
const lookEvery = 2_000;

/** One delivery: what is sent, and how each attempt went. */
export function DeliveryDrawer({ webhookId, id, onClose }: { webhookId: string; id: string; onClose: () => void }) {
  const query = useQuery({
    queryKey: ['deliveries', webhookId, 'one', id],
    queryFn: ({ signal }) => api.v1.deliveries.get(webhookId, id, { signal }),
    refetchInterval: ({ state }) => (state.data?.delivery.state === 'pending' ? lookEvery : false),
  });
  return (
    <Dialog kind="drawer" title={texts.title(query.data?.delivery.event_type ?? '')} onClose={onClose}>
      <Loaded query={query}>{(details) => <Details webhookId={webhookId} details={details} />}</Loaded>
    </Dialog>
  );
}

function Details({ webhookId, details: { delivery, attempts, body } }: { webhookId: string; details: DeliveryDetailsResponse }) {
  const { isViewer } = useSession();
  const resend = useChange(() => api.v1.deliveries.resend(webhookId, delivery.id), { changes: [['deliveries', webhookId], ['webhooks']], said: webhook.resent });
  return (
    <>
      {delivery.reason !== null && delivery.state !== 'delivered' && (
        <Note kind={delivery.state === 'failed' ? 'bad' : 'warn'}>
          <h3>{texts.why}</h3>
          <p>{delivery.reason}</p>
        </Note>
      )}
      <Facts
        facts={[
          [webhook.deliveryState, <DeliveryState key="state" state={delivery.state} />],
          [webhook.at, wholeTimeOf(delivery.created_at)],
          delivery.ended_at === null ? [webhook.next, <Time key="next" at={delivery.next_attempt_at} none={webhook.noNext} />] : [texts.ended, wholeTimeOf(delivery.ended_at)],
          [texts.event, <code key="event">{delivery.event_id}</code>],
        ]}
      />
      {!isViewer && (
        <div className="buttons">
          <Button kind="main" busy={resend.isPending} onClick={() => resend.mutate(undefined)}>
            {webhook.resend}
          </Button>
        </div>
      )}
      <h3>{texts.attempts}</h3>
      {attempts.length === 0 && <p className="quiet">{texts.noAttempts}</p>}
      <ol className="attempts">
        {attempts.toReversed().map((attempt) => (
          <Attempt key={attempt.number} attempt={attempt} />
        ))}
      </ol>
      <h3>{texts.body}</h3>
      <pre tabIndex={0}>{JSON.stringify(body, null, 2)}</pre>
    </>
  );
}

function Attempt({ attempt: { number, at, duration_ms, status, error, answer } }: { attempt: DeliveryAttemptResponse }) {
  return (
    <li>
      <div className="line">
        <strong>{texts.attempt(number)}</strong>
        <Badge tone={error === null ? 'good' : 'bad'}>{texts.status(status)}</Badge>
        <span className="quiet">
          {texts.took(durationOf(duration_ms))}, <Time at={at} />
        </span>
      </div>
      {error !== null && <p className="problem">{error}</p>}
      {answer !== null && answer !== '' && (
        <details>
          <summary>{texts.answer}</summary>
          <pre tabIndex={0}>{answer}</pre>
        </details>
      )}
    </li>
  );
}
