import type { ConnectionResponse } from '@modulex/client/generated/v1';
import { Badge, type Tone } from '../parts/page';
import { connections as texts } from '../texts/connections';
import './connections.css';

const tones: Readonly<Record<ConnectionResponse['state'], Tone>> = {
  pending: 'plain',
  active: 'good',
  expiring: 'good',
  refresh_failed: 'warn',
  needs_reconnect: 'bad',
  disconnected: 'plain',
};

/** How a connection stands. One that is switched off is told apart from one that does not work. */
export function StateBadges({ connection }: { connection: ConnectionResponse }) {
  return (
    <span className="badges">
      <Badge tone={tones[connection.state]}>{texts.states[connection.state]}</Badge>
      {!connection.is_active && <Badge tone="warn">{texts.off}</Badge>}
    </span>
  );
}
