import { useEffect, useRef, useState } from 'react';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { common } from '../texts/common';
import { wholeTimeOf } from './time';

export interface Line {
  label: string;
  /** A colour of the stylesheet, such as `--plot-1`. */
  color: string;
  values: readonly (number | null)[];
}

interface PlotProps {
  title: string;
  /** The times of the values, in ISO 8601. */
  times: readonly string[];
  lines: readonly Line[];
  /** How a value is written. */
  format: (value: number) => string;
  /** Bars stand beside lines that join what was measured. */
  kind?: 'lines' | 'bars';
}

const height = 220;

/** A plot of values over time, with the same values as a table. */
export function Plot({ title, times, lines, format, kind = 'lines' }: PlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const [theme, setTheme] = useState(0);
  useEffect(() => {
    const changed = () => setTheme((count) => count + 1);
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    addEventListener('modulex-theme', changed);
    scheme.addEventListener('change', changed);
    return () => {
      removeEventListener('modulex-theme', changed);
      scheme.removeEventListener('change', changed);
    };
  }, []);

  useEffect(() => {
    const element = box.current!;
    if (times.length === 0) return;
    // The canvas needs a colour, and a property holds one for light and one for dark.
    const colorOf = (name: string) => {
      element.style.color = `var(${name})`;
      return getComputedStyle(element).color;
    };
    const axis = { stroke: colorOf('--quiet'), grid: { stroke: colorOf('--line'), width: 1 }, ticks: { stroke: colorOf('--line'), width: 1 }, font: '12px system-ui, sans-serif' };
    // Half of the first and of the last bar stands outside of its time.
    const length = (Date.parse(times.at(-1)!) - Date.parse(times[0]!)) / 1000;
    const margin = kind === 'bars' ? (length || 86_400) / times.length / 2 : 0;
    const bars = UPlot.paths.bars!({ size: [0.7, 48] });
    const plot = new UPlot(
      {
        width: element.clientWidth,
        height,
        cursor: { drag: { x: false, y: false } },
        legend: { live: true },
        scales: {
          x: { range: (_, first, last) => [first - margin, last + margin] },
          y: { range: (_, __, most) => [0, most > 0 ? most * 1.1 : 1] },
        },
        axes: [axis, { ...axis, size: 64, values: (_, ticks) => ticks.map(format) }],
        series: [
          { value: (_, value) => (value === null ? '' : wholeTimeOf(new Date(value * 1000).toISOString())) },
          ...lines.map(({ label, color, values }) => ({
            label,
            stroke: colorOf(color),
            // The edge of a bar of nothing would be a line.
            width: kind === 'bars' ? 0 : 2,
            ...(kind === 'bars' && { fill: colorOf(color), paths: bars }),
            spanGaps: true,
            // A value without neighbours would not be seen.
            points: { show: kind === 'lines' && values.filter((value) => value !== null).length < 40, size: 5 },
            value: (_: UPlot, value: number | null) => (value === null ? '–' : format(value)),
          })),
        ],
      },
      [times.map((time) => Date.parse(time) / 1000), ...lines.map(({ values }) => [...values])],
      element,
    );
    element.style.color = '';
    const resize = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height }));
    resize.observe(element);
    return () => {
      resize.disconnect();
      plot.destroy();
    };
  }, [times, lines, format, kind, theme]);

  if (times.length === 0) return <p className="quiet">{common.noData}</p>;
  return (
    <figure className="plot">
      <div ref={box} role="img" aria-label={title} />
      <details>
        <summary>{common.asTable}</summary>
        <div className="plot-table" tabIndex={0} role="region" aria-label={common.tableOf(title)}>
          <table>
            <thead>
              <tr>
                <th scope="col">Time</th>
                {lines.map(({ label }) => (
                  <th scope="col" key={label} className="number">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {times.map((time, index) => (
                <tr key={time}>
                  <th scope="row">{wholeTimeOf(time)}</th>
                  {lines.map(({ label, values }) => {
                    const value = values[index] ?? null;
                    return (
                      <td key={label} className="number">
                        {value === null ? '–' : format(value)}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
