import { useVirtualizer } from '@tanstack/react-virtual';
import type { UseInfiniteQueryResult, InfiniteData } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { common } from '../texts/common';
import { Button } from './forms';
import { Failure, Loading } from './states';

export interface Column<T> {
  title: string;
  cell: (row: T) => ReactNode;
  /** Numbers stand at the right. */
  isNumber?: boolean;
  /** A share of the width, as in CSS grid: `2fr`, `8rem`. One share without it. */
  width?: string;
  /** The value of `sort` in the address that sorts by this; none: can't be sorted. */
  sort?: string;
}

interface TableProps<T> {
  /** What the table is of, for those who hear it. */
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** Opens a row. The first cell becomes a button, so that keys reach it. */
  onOpen?: (row: T) => void;
  sort?: { by: string | undefined; isDescending: boolean; change: (by: string) => void };
  /** Called when the end of the rows comes into view. */
  onEnd?: () => void;
}

const rowHeight = 44;

/** More rows than this are drawn only where they are seen. */
const mostDrawn = 200;

/** Rows under titles. A thousand of them scroll as ten do: only those in view are in the page. */
export function Table<T>({ label, columns, rows, keyOf, onOpen, sort, onEnd }: TableProps<T>) {
  const box = useRef<HTMLDivElement>(null);
  const isLong = rows.length > mostDrawn;
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => box.current, estimateSize: () => rowHeight, overscan: 12, enabled: isLong });
  const items = isLong ? virtual.getVirtualItems() : rows.map((_, index) => ({ index, start: index * rowHeight }));
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (isLong && last >= rows.length - 20) onEnd?.();
  }, [isLong, last, rows.length, onEnd]);
  const template = columns.map(({ width }) => (width === undefined ? 'minmax(7rem, 1fr)' : width.endsWith('fr') ? `minmax(8rem, ${width})` : width)).join(' ');

  return (
    <div className={`table-box${isLong ? ' long' : ''}`} ref={box} tabIndex={0} role="group" aria-label={label}>
      <div role="table" aria-label={label} aria-rowcount={rows.length + 1} className="table" style={{ '--columns': template } as React.CSSProperties}>
        <div role="rowgroup" className="table-head">
          <div role="row" className="row" aria-rowindex={1}>
            {columns.map(({ title, isNumber, sort: by }) => (
              <div
                role="columnheader"
                key={title}
                className={isNumber ? 'number' : undefined}
                aria-sort={by !== undefined && by === sort?.by ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
              >
                {by !== undefined && sort !== undefined ? (
                  <button type="button" className="link" onClick={() => sort.change(by)}>
                    {title}
                    <span aria-hidden="true">{by === sort.by ? (sort.isDescending ? ' ↓' : ' ↑') : ''}</span>
                  </button>
                ) : (
                  title
                )}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className="table-body" style={isLong ? { height: virtual.getTotalSize() } : undefined}>
          {items.map(({ index, start }) => {
            const row = rows[index]!;
            return (
              <div
                role="row"
                key={keyOf(row)}
                aria-rowindex={index + 2}
                className={`row${onOpen ? ' opens' : ''}`}
                style={isLong ? { transform: `translateY(${start}px)` } : undefined}
                onClick={onOpen && ((event) => !(event.target as HTMLElement).closest('button, a, input') && onOpen(row))}
              >
                {columns.map(({ title, cell, isNumber }, place) => (
                  <div role="cell" key={title} className={isNumber ? 'number' : undefined}>
                    {place === 0 && onOpen ? (
                      <button type="button" className="link" onClick={() => onOpen(row)}>
                        {cell(row)}
                      </button>
                    ) : (
                      cell(row)
                    )}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** The rows of all pages that were read so far. */
export const rowsOf = <T,>(data: InfiniteData<{ items: T[] }> | undefined): T[] => data?.pages.flatMap(({ items }) => items) ?? [];

/** What a list of cursor pages shows around its table: loading, failure, emptiness, and the next page. */
export function Listed<T>({ query, empty, children }: { query: UseInfiniteQueryResult<InfiniteData<{ items: T[] }>, Error>; empty: ReactNode; children: (rows: T[], onEnd: () => void) => ReactNode }) {
  if (query.data === undefined) return query.error ? <Failure error={query.error} retry={() => void query.refetch()} /> : <Loading />;
  const rows = rowsOf(query.data);
  if (rows.length === 0) return <>{empty}</>;
  const more = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  };
  return (
    <>
      {children(rows, more)}
      <div className="list-end">
        {query.hasNextPage ? (
          <Button onClick={more} busy={query.isFetchingNextPage}>
            {common.more}
          </Button>
        ) : (
          <span className="quiet">{common.all}</span>
        )}
      </div>
    </>
  );
}
