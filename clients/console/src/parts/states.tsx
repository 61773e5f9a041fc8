import { ModuleXError } from '@modulex/client/errors';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { common } from '../texts/common';
import { Button } from './forms';

export function Loading() {
  return (
    <div className="state" role="status">
      <span className="spinner" aria-hidden="true" />
      {common.loading}
    </div>
  );
}

/** Why something is not shown. */
export function Failure({ error, retry }: { error: Error; retry?: () => void }) {
  const status = error instanceof ModuleXError ? error.status : undefined;
  const isForbidden = status === 403;
  const traceId = error instanceof ModuleXError ? error.traceId : undefined;
  return (
    <div className="state bad" role="alert">
      <h2>{isForbidden ? common.forbiddenTitle : common.failedTitle}</h2>
      <p>{isForbidden ? common.forbidden : status === 0 ? common.unreachable : error.message}</p>
      {traceId !== undefined && <p className="quiet">{common.trace(traceId)}</p>}
      {retry !== undefined && !isForbidden && <Button onClick={retry}>{common.retry}</Button>}
    </div>
  );
}

/** What stands where nothing is yet, and what to do about that. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/**
 * What a query read, or why it is not there yet. Data stays on the page while it is refreshed, and also when that fails, so that a node's restart does not
 * take the page away.
 */
export function Loaded<T>({ query, empty, children }: { query: UseQueryResult<T, Error>; empty?: (data: T) => ReactNode; children: (data: T) => ReactNode }) {
  if (query.data === undefined) return query.error ? <Failure error={query.error} retry={() => void query.refetch()} /> : <Loading />;
  return <>{empty?.(query.data) || children(query.data)}</>;
}
