import { changes as texts } from '../texts/changes';
import './changes.css';

export interface Change {
  field: string;
  from: unknown;
  to: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What differs between two values, by the names that lead to it. */
export function changesBetween(from: unknown, to: unknown, field = ''): Change[] {
  if (isObject(from) && isObject(to)) {
    const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
    return names.flatMap((name) => changesBetween(from[name], to[name], field === '' ? name : `${field}.${name}`));
  }
  return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, from, to }];
}

export function writtenOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return texts.nothing;
  if (Array.isArray(value)) return value.length === 0 ? texts.nothing : value.map(writtenOf).join(', ');
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
}

/** What was and what became of it, side by side. */
export function Changes({ label, changes, nameOf = (field) => field }: { label: string; changes: readonly Change[]; nameOf?: (field: string) => string }) {
  if (changes.length === 0) return <p className="quiet">{texts.none}</p>;
  return (
    <div className="table-box" tabIndex={0} role="group" aria-label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.field}</th>
            <th scope="col">{texts.before}</th>
            <th scope="col">{texts.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, from, to }) => (
            <tr key={field}>
              <th scope="row">{nameOf(field)}</th>
              <td className="change">
                <del>{writtenOf(from)}</del>
              </td>
              <td className="change">
                <ins>{writtenOf(to)}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
