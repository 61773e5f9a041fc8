import type { AnalyticsMeta, Measurement } from '@modulex/client/generated/modulex';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ComponentProps, type ReactNode, useMemo } from 'react';
import { Badge, Figure, type Tone } from '../parts/page';
import { type Line, Plot } from '../parts/plot';
import { Loaded } from '../parts/states';
import { analytics as texts } from '../texts/analytics';
import type { Period } from './analytics-series';

export interface TabProps {
  period: Period;
}

const severityTones: Record<string, Tone> = { warning: 'warn', critical: 'bad' };

export const Severity = ({ of }: { of: string }) => <Badge tone={severityTones[of] ?? 'plain'}>{texts.severities[of] ?? of}</Badge>;

const decimals = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

export const numberOf = (value: number): string => decimals.format(value);

export const percentOf = (value: number): string => `${decimals.format(value)} %`;

/** A number, and how it changed. */
export function Measured({ label, measurement, format, isShare = false }: { label: string; measurement: Measurement; format: (value: number) => string; isShare?: boolean }) {
  const { value, change } = measurement;
  const signed = `${change > 0 ? '+' : '−'}${numberOf(Math.abs(change))}`;
  return <Figure label={label} value={format(value)} note={change === 0 ? texts.same : isShare ? texts.points(signed) : texts.percent(signed)} />;
}

export interface Answer<T> {
  data: T;
  /** When it was made, which is where the period ends. */
  end: string;
}

interface ReadProps<T> {
  tab: string;
  period: Period;
  read: (signal: AbortSignal) => Promise<{ data: T | null; meta: AnalyticsMeta }>;
  children: (answer: Answer<T>) => ReactNode;
}

/** What one tab reads, and shows when it is there. */
export function Read<T>({ tab, period, read, children }: ReadProps<T>) {
  const query = useQuery({
    queryKey: ['analytics', tab, period],
    queryFn: async ({ signal }): Promise<Answer<T>> => {
      const { data, meta } = await read(signal);
      if (data === null) throw new Error(texts.nothing);
      return { data, end: meta.timestamp };
    },
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  return <Loaded query={query}>{children}</Loaded>;
}

/** A plot that is drawn again only when the values of its lines change, although each render of the page makes new arrays. */
export function SteadyPlot({ times, lines, ...rest }: ComponentProps<typeof Plot>) {
  const made = JSON.stringify([times, lines]);
  const [sameTimes, sameLines] = useMemo(() => JSON.parse(made) as [string[], Line[]], [made]);
  return <Plot {...rest} times={sameTimes} lines={sameLines} />;
}

/** A share, drawn beside its number. */
export function Bar({ label, share, children }: { label: string; share: number; children: ReactNode }) {
  return (
    <li>
      <span>{label}</span>
      <span className="number">{children}</span>
      <span className="bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, Math.max(0, share))}%` }} />
      </span>
    </li>
  );
}
