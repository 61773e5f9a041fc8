import { useState } from 'react';
import { ConnectDialog } from '../parts/connect';
import { Button } from '../parts/forms';
import { Page } from '../parts/page';
import { useSession } from '../session';
import { connections as texts } from '../texts/connections';
import { ConnectionList } from './connection-list';
import { ShareDialog } from './connection-share';

export function ConnectionsPage() {
  const { isOrganizationAdmin, isViewer } = useSession();
  const [isConnecting, setIsConnecting] = useState(false);
  const [isSharing, setIsSharing] = useState(false);
  const actions = !isViewer && (
    <>
      {isOrganizationAdmin && <Button onClick={() => setIsSharing(true)}>{texts.share}</Button>}
      <Button kind="main" onClick={() => setIsConnecting(true)}>
        {texts.connect}
      </Button>
    </>
  );
  return (
    <Page title={texts.title} intro={texts.intro} actions={actions}>
      <ConnectionList />
      {isConnecting && <ConnectDialog onClose={() => setIsConnecting(false)} />}
      {isSharing && <ShareDialog onClose={() => setIsSharing(false)} />}
    </Page>
  );
}
