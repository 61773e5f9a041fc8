import type { DeliveriesListState, DeliveryResponse } from '@modulex/client/generated/v1';
import { type FormEvent, useState } from 'react';
import { api } from '../api';
import { Dialog } from '../parts/dialogs';
import { useFilters } from '../parts/filters';
import { Button, FormFailure, SelectField } from '../parts/forms';
import { Badge, Section, type Tone } from '../parts/page';
import { useChange, useList } from '../parts/queries';
import { Empty } from '../parts/states';
import { type Column, Listed, Table } from '../parts/table';
import { Time } from '../parts/time';
import { useSession } from '../session';
import { common } from '../texts/common';
import { eventTypes, testEvent, webhook as texts } from '../texts/webhooks';
import { DeliveryDrawer } from './delivery-drawer';

const tones: Record<string, Tone> = { delivered: 'good', failed: 'bad', pending: 'warn' };

export function DeliveryState({ state }: { state: string }) {
  return <Badge tone={tones[state] ?? 'plain'}>{texts.deliveryStates[state] ?? state}</Badge>;
}

const columns: readonly Column<DeliveryResponse>[] = [
  { title: texts.type, width: '2fr', cell: ({ event_type }) => event_type },
  { title: texts.deliveryState, width: '9rem', cell: ({ state }) => <DeliveryState state={state} /> },
  { title: texts.attempts, width: '7rem', isNumber: true, cell: ({ attempts }) => attempts },
  { title: texts.answer, width: '8rem', isNumber: true, cell: ({ last_status }) => last_status ?? <span className="quiet">{texts.noAnswer}</span> },
  { title: texts.at, width: '9rem', cell: ({ created_at }) => <Time at={created_at} /> },
  { title: texts.next, width: '9rem', cell: ({ next_attempt_at }) => <Time at={next_attempt_at} none={texts.noNext} /> },
];

/** What a webhook was sent. */
export function Deliveries({ webhookId, hasFailed }: { webhookId: string; hasFailed: boolean }) {
  const { isViewer } = useSession();
  const [{ state, type, delivery }, change] = useFilters<'state' | 'type' | 'delivery'>();
  const [isResending, setIsResending] = useState(false);
  const list = useList(['deliveries', webhookId, { state, type }], (cursor, signal) =>
    api.v1.deliveries.list(
      webhookId,
      { limit: 100, ...(state !== undefined && { state: state as DeliveriesListState }), ...(type !== undefined && { event_type: type }), ...(cursor !== undefined && { cursor }) },
      { signal },
    ),
  );
  const isFiltered = state !== undefined || type !== undefined;
  return (
    <Section title={texts.deliveries} actions={hasFailed && !isViewer && <Button onClick={() => setIsResending(true)}>{texts.resendAll}</Button>}>
      <div className="filters" role="search" aria-label={texts.deliveries}>
        <SelectField
          label={texts.deliveryState}
          value={state ?? ''}
          onChange={(chosen) => change({ state: chosen })}
          options={[{ value: '', label: common.any }, ...Object.entries(texts.deliveryStates).map(([value, label]) => ({ value, label }))]}
        />
        <SelectField
          label={texts.type}
          value={type ?? ''}
          onChange={(chosen) => change({ type: chosen })}
          options={[{ value: '', label: common.any }, ...[...Object.keys(eventTypes), testEvent].map((value) => ({ value, label: value }))]}
        />
      </div>
      <Listed
        query={list}
        empty={
          <Empty title={isFiltered ? texts.noneTitle : texts.emptyTitle}>
            <p>{isFiltered ? texts.none : texts.empty}</p>
          </Empty>
        }
      >
        {(rows, onEnd) => <Table label={texts.deliveriesLabel} columns={columns} rows={rows} keyOf={({ id }) => id} onOpen={({ id }) => change({ delivery: id })} onEnd={onEnd} />}
      </Listed>
      {delivery !== undefined && <DeliveryDrawer webhookId={webhookId} id={delivery} onClose={() => change({ delivery: undefined })} />}
      {isResending && <ResendFailed webhookId={webhookId} onClose={() => setIsResending(false)} />}
    </Section>
  );
}

const hour = 3_600_000;
const lengths = { hour, day: 24 * hour, week: 7 * 24 * hour, month: 30 * 24 * hour };

function ResendFailed({ webhookId, onClose }: { webhookId: string; onClose: () => void }) {
  const [since, setSince] = useState<keyof typeof lengths>('day');
  const [sent, setSent] = useState<number>();
  const resend = useChange(() => api.v1.deliveries.resendFailed(webhookId, { since: new Date(Date.now() - lengths[since]).toISOString() }), {
    changes: [['deliveries', webhookId], ['webhooks']],
    isQuiet: true,
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    resend.mutate(undefined, { onSuccess: ({ deliveries }) => setSent(deliveries) });
  }

  return (
    <Dialog title={texts.resendAllTitle} onClose={onClose}>
      {sent === undefined ? (
        <form onSubmit={submit}>
          <FormFailure error={resend.error} />
          <p>{texts.resendAllText}</p>
          <SelectField
            label={texts.since}
            value={since}
            onChange={(chosen) => setSince(chosen as keyof typeof lengths)}
            options={Object.entries(texts.sinces).map(([value, label]) => ({ value, label }))}
          />
          <div className="buttons">
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button kind="main" type="submit" busy={resend.isPending}>
              {texts.resend}
            </Button>
          </div>
        </form>
      ) : (
        <>
          <p role="status">{texts.resentAll(sent)}</p>
          <div className="buttons">
            <Button onClick={onClose}>{common.close}</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
