export type Period = '24h' | '7d' | '30d' | '90d';

const hour = 3_600_000;
const days: Record<Exclude<Period, '24h'>, number> = { '7d': 7, '30d': 30, '90d': 90 };

/** The times that a period is made of: hours, or days that stand at this place's midnight so that they read as the server's days. */
function stepsOf(period: Period, end: Date): { label: string; time: string }[] {
  if (period === '24h') {
    const last = Math.floor(end.getTime() / hour) * hour;
    return Array.from({ length: 24 }, (_, index) => {
      const time = new Date(last - (23 - index) * hour).toISOString();
      return { label: time.slice(11, 16), time };
    });
  }
  const last = Date.UTC(end.getUTCFullYear(), end.getUTCMonth(), end.getUTCDate());
  return Array.from({ length: days[period] + 1 }, (_, index) => {
    const label = new Date(last - (days[period] - index) * 24 * hour).toISOString().slice(0, 10);
    return { label, time: dayOf(label) };
  });
}

/** A day, or the first of a month, at this place's midnight. */
export function dayOf(date: string): string {
  const [year, month, day = 1] = date.split('-').map(Number);
  return new Date(year!, month! - 1, day).toISOString();
}

/** Times and values of the whole period; `none` stands where nothing was measured. */
export function seriesOf<Row, Name extends string>(
  rows: readonly Row[],
  labelOf: (row: Row) => string,
  { period, end, none }: { period: Period; end: string; none: 0 | null },
  values: Record<Name, (row: Row) => number | null>,
): { times: string[] } & Record<Name, (number | null)[]> {
  const steps = stepsOf(period, new Date(end));
  const byLabel = new Map(rows.map((row) => [labelOf(row), row]));
  const lines = Object.fromEntries(
    (Object.keys(values) as Name[]).map((name) => [
      name,
      steps.map(({ label }) => {
        const row = byLabel.get(label);
        return row === undefined ? none : values[name](row);
      }),
    ]),
  ) as Record<Name, (number | null)[]>;
  return { times: steps.map(({ time }) => time), ...lines };
}

/** Rows whose dates are days, months or times. */
export const timeOf = (date: string): string => (/^\d{4}-\d{2}(-\d{2})?$/.test(date) ? dayOf(date) : new Date(date).toISOString());
