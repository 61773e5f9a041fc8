import { useQuery } from '@tanstack/react-query';
import type { RunRecordResponse } from '@modulex/client/generated/v1';
import { Link } from 'react-router';
import { api } from '../api';
import { Dialog } from '../parts/dialogs';
import { Note } from '../parts/forms';
import { Badge, Facts } from '../parts/page';
import { Loaded } from '../parts/states';
import { durationOf, wholeTimeOf } from '../parts/time';
import { useSession } from '../session';
import { advice, otherAdvice, run as texts, runs } from '../texts/runs';

/** One run: what it was, and where it failed, why, and what to do. */
export function RunDrawer({ id, personOf, onClose }: { id: string; personOf: (owner: string | null) => string; onClose: () => void }) {
  const query = useQuery({ queryKey: ['run', id], queryFn: ({ signal }) => api.v1.runs.get(id, { signal }), staleTime: Infinity });
  return (
    <Dialog kind="drawer" title={texts.title(query.data?.tool ?? null, query.data?.action ?? null)} onClose={onClose}>
      <Loaded query={query}>{(run) => <RunDetails run={run} person={personOf(run.owner)} />}</Loaded>
    </Dialog>
  );
}

function RunDetails({ run, person }: { run: RunRecordResponse; person: string }) {
  const { isViewer } = useSession();
  const connection = useQuery({
    queryKey: ['connections', 'of-run', run.connection_id],
    queryFn: ({ signal }) => api.v1.connections.get(run.connection_id!, { signal }),
    enabled: run.connection_id !== null,
    retry: false,
  });
  const names = new URLSearchParams({ ...(run.tool && { tool: run.tool }), ...(run.action && { action: run.action }) });
  return (
    <>
      {!run.success && (
        <Note kind="bad">
          <h3>{texts.why}</h3>
          <p className="run-message">{run.error_message}</p>
          <p>
            {texts.code}: <code>{run.error_code}</code>
          </p>
        </Note>
      )}
      {!run.success && (
        <Note>
          <h3>{texts.advice}</h3>
          <p>{advice[run.error_code ?? ''] ?? otherAdvice}</p>
        </Note>
      )}
      <Facts
        facts={[
          [runs.result, run.success ? <Badge tone="good">{runs.succeeded}</Badge> : <Badge tone="bad">{runs.failed}</Badge>],
          [runs.started, wholeTimeOf(run.started_at)],
          [runs.duration, durationOf(run.duration_ms)],
          [runs.runFor, person],
          [runs.tool, run.tool ?? runs.unknown],
          [runs.action, run.action ?? runs.unknown],
          [texts.id, <code key="id">{run.id}</code>],
          [runs.connection, run.connection_id === null ? runs.noConnection : (connection.data?.label ?? connection.data?.name ?? run.connection_id)],
        ]}
      />
      <div className="buttons">
        {run.tool !== null && !isViewer && (
          <Link className="button main" to={`/playground?${names}${run.connection_id === null ? '' : `&account=${run.connection_id}`}`}>
            {texts.again}
          </Link>
        )}
        {run.connection_id !== null && (
          <Link className="button plain" to={`/connections?${new URLSearchParams({ connection: run.connection_id })}`}>
            {texts.toConnection}
          </Link>
        )}
        {!run.success && (
          <Link className="button plain" to={`/runs?${names}&result=failed`}>
            {texts.others}
          </Link>
        )}
      </div>
    </>
  );
}
