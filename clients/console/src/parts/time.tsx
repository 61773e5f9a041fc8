import { common } from '../texts/common';

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const whole = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });
const numbers = new Intl.NumberFormat('en');

/** How long ago, or how long until. */
export function agoOf(time: string, now = Date.now()): string {
  const seconds = (Date.parse(time) - now) / 1000;
  const step = steps.find(([, size]) => Math.abs(seconds) >= size);
  return step === undefined ? common.now : relative.format(Math.round(seconds / step[1]), step[0]);
}

/** A time, as people say it; the whole of it on pointing. */
export function Time({ at, none = common.never }: { at: string | null | undefined; none?: string }) {
  if (!at) return <span className="quiet">{none}</span>;
  return (
    <time dateTime={at} title={whole.format(new Date(at))}>
      {agoOf(at)}
    </time>
  );
}

export const wholeTimeOf = (time: string): string => whole.format(new Date(time));

export const countOf = (count: number): string => numbers.format(count);

/** A count at an axis: between two of them there is nothing to say. */
export const wholeCountOf = (count: number): string => (Number.isInteger(count) ? countOf(count) : '');

export const durationOf = (milliseconds: number): string =>
  milliseconds < 1 ? '< 1 ms' : milliseconds < 1_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1_000).toFixed(milliseconds < 10_000 ? 2 : 1)} s`;

export const shareOf = (part: number): string => `${(part * 100).toFixed(part > 0 && part < 0.01 ? 2 : 1)} %`;
