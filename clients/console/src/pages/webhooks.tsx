import type { NewWebhookResponse, WebhookResponse } from '@modulex/client/generated/v1';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api';
import { Button } from '../parts/forms';
import { Page } from '../parts/page';
import { useList } from '../parts/queries';
import { Empty } from '../parts/states';
import { type Column, Listed, Table } from '../parts/table';
import { Time } from '../parts/time';
import { useSession } from '../session';
import { common } from '../texts/common';
import { webhooks as texts } from '../texts/webhooks';
import { SecretDialog, WebhookForm } from './webhook-form';
import { WebhookState } from './webhook-state';
import './webhooks.css';

const columns: readonly Column<WebhookResponse>[] = [
  { title: texts.url, width: '3fr', cell: ({ url }) => url },
  { title: texts.description, width: '2fr', cell: ({ description }) => description },
  { title: texts.events, width: '8rem', cell: ({ events }) => texts.count(events.length) },
  { title: texts.state, width: '13rem', cell: (webhook) => <WebhookState webhook={webhook} /> },
  { title: texts.made, width: '9rem', cell: ({ created_at }) => <Time at={created_at} /> },
];

export function WebhooksPage() {
  const { isOrganizationAdmin } = useSession();
  if (!isOrganizationAdmin)
    return (
      <Page title={texts.title}>
        <Empty title={common.forbiddenTitle}>
          <p>{texts.refused}</p>
        </Empty>
      </Page>
    );
  return <Webhooks />;
}

function Webhooks() {
  const { isViewer } = useSession();
  const navigate = useNavigate();
  const [isAdding, setIsAdding] = useState(false);
  const [made, setMade] = useState<NewWebhookResponse>();
  const list = useList(['webhooks', 'list'], (cursor, signal) => api.v1.outgoingWebhooks.list({ limit: 100, ...(cursor !== undefined && { cursor }) }, { signal }));
  const add = !isViewer && (
    <Button kind="main" onClick={() => setIsAdding(true)}>
      {texts.add}
    </Button>
  );
  return (
    <Page title={texts.title} intro={texts.intro} actions={add}>
      <Listed
        query={list}
        empty={
          <Empty title={texts.emptyTitle}>
            <p>{texts.empty}</p>
          </Empty>
        }
      >
        {(rows, onEnd) => <Table label={texts.label} columns={columns} rows={rows} keyOf={({ id }) => id} onOpen={({ id }) => void navigate(`/webhooks/${id}`)} onEnd={onEnd} />}
      </Listed>
      {isAdding && (
        <WebhookForm
          title={texts.add}
          button={texts.add}
          save={async (input) => {
            setMade(await api.v1.outgoingWebhooks.create(input));
            setIsAdding(false);
          }}
          onClose={() => setIsAdding(false)}
        />
      )}
      {made !== undefined && <SecretDialog made={made} hasLink onClose={() => setMade(undefined)} />}
    </Page>
  );
}
