import type { WebhookResponse } from '@modulex/client/generated/v1';
import { Badge } from '../parts/page';
import { webhooks } from '../texts/webhooks';

const { states } = webhooks;

export function WebhookState({ webhook: { enabled, disabled_reason, failing_since } }: { webhook: WebhookResponse }) {
  if (enabled) return failing_since === null ? <Badge tone="good">{states.on}</Badge> : <Badge tone="warn">{states.failing}</Badge>;
  if (disabled_reason === 'gone') return <Badge tone="bad">{states.gone}</Badge>;
  if (disabled_reason === 'failing') return <Badge tone="bad">{states.failing_off}</Badge>;
  return <Badge>{states.by_user}</Badge>;
}
