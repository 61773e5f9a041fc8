import type { IntegrationActionSchema } from '@modulex/client/generated/modulex';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../api';
import { isOwn, useAccounts } from '../parts/catalog';
import { useFilters } from '../parts/filters';
import { SelectField, Switch, TextField } from '../parts/forms';
import { Badge } from '../parts/page';
import { useChange } from '../parts/queries';
import type { Schema } from '../parts/schema-form';
import { Empty } from '../parts/states';
import { useSession } from '../session';
import { actions as texts } from '../texts/tool';

/** What a tool can do. Who has connected it switches single actions for an own account. */
export function ToolActions({ tool, actions }: { tool: string; actions: readonly IntegrationActionSchema[] }) {
  const { me, isViewer } = useSession();
  const [filters, setFilters] = useFilters<'search'>();
  const accounts = useAccounts(tool);
  const own = (accounts.data ?? []).filter((connection) => isOwn(connection, me) && connection.connected_at !== null);
  const [chosen, setChosen] = useState<string>();
  const account = own.find(({ id }) => id === chosen) ?? own[0];
  const switching = useChange(({ id, action, on }: { id: string; action: string; on: boolean }) => api.v1.connections.update(id, { actions: { [action]: on } }), {
    changes: [['connections'], ['tools', 'mine']],
  });
  const words = (filters.search ?? '').toLowerCase().replaceAll('_', ' ').split(/\s+/).filter(Boolean);
  const shown = actions.filter(({ name, description }) => words.every((word) => `${name.replaceAll('_', ' ')} ${description}`.toLowerCase().includes(word)));

  return (
    <>
      <div className="filters">
        <TextField label={texts.find} type="search" value={filters.search ?? ''} onChange={(search) => setFilters({ search })} />
        {!isViewer && own.length > 1 && (
          <SelectField label={texts.account} value={account?.id ?? ''} onChange={setChosen} options={own.map(({ id, name }) => ({ value: id, label: name }))} />
        )}
        {!isViewer && accounts.isSuccess && own.length === 0 && <p className="quiet">{texts.connectHint}</p>}
      </div>
      {shown.length === 0 && <Empty title={texts.noAction}>{texts.noActionHint}</Empty>}
      <ul className="tool-actions">
        {shown.map(({ name, description, parameters }) => {
          const isOff = account?.disabled_actions.includes(name) ?? false;
          return (
            <li key={name} className={`card tool-action ${isOff ? 'off' : ''}`}>
              <header>
                <h2>
                  <code>{name}</code>
                </h2>
                <div className="buttons">
                  {isOff && <Badge tone="warn">{texts.off}</Badge>}
                  {account !== undefined && !isViewer && (
                    <Switch
                      label={texts.switchNamed(name)}
                      value={!isOff}
                      disabled={switching.isPending}
                      onChange={(on) => switching.mutate({ id: account.id, action: name, on })}
                    />
                  )}
                  <Link className="button" to={`/playground?${new URLSearchParams({ tool, action: name }).toString()}`} aria-label={texts.tryNamed(name)}>
                    {texts.tryIt}
                  </Link>
                </div>
              </header>
              <p>{description}</p>
              <Parameters action={name} schema={parameters as FullSchema} />
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface FullSchema extends Omit<Schema, 'properties' | 'items'> {
  properties?: Record<string, FullSchema>;
  items?: FullSchema;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  pattern?: string;
}

interface Parameter {
  /** With dots into objects and [] into lists. */
  path: string;
  schema: FullSchema;
  isRequired: boolean;
}

/** Parameters that are nested deeper are not listed. */
const deepest = 4;

function parametersOf(schema: FullSchema | undefined, before = '', depth = 0): Parameter[] {
  return Object.entries(schema?.properties ?? {}).flatMap(([name, property]) => {
    const path = before + name;
    const inner = property.items?.properties ? { schema: property.items, before: `${path}[].` } : { schema: property, before: `${path}.` };
    const own: Parameter = { path, schema: property, isRequired: schema?.required?.includes(name) ?? false };
    return [own, ...(depth < deepest ? parametersOf(inner.schema, inner.before, depth + 1) : [])];
  });
}

function typeOf({ type, items, enum: words }: FullSchema): string {
  const name = (Array.isArray(type) ? type : [type]).filter((one) => one !== undefined && one !== 'null').join(' / ') || (words ? 'string' : texts.any);
  return name === 'array' && items ? texts.listOf(typeOf(items)) : name;
}

/** A JSON Schema as a table. */
function Parameters({ action, schema }: { action: string; schema: FullSchema }) {
  const parameters = parametersOf(schema);
  if (parameters.length === 0) return <p className="quiet">{texts.parameters(0)}</p>;
  return (
    <details>
      <summary>{texts.parameters(parameters.length)}</summary>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={texts.parametersOf(action)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.name}</th>
              <th scope="col">{texts.type}</th>
              <th scope="col">{texts.meaning}</th>
            </tr>
          </thead>
          <tbody>
            {parameters.map(({ path, schema: property, isRequired }) => (
              <tr key={path}>
                <td>
                  <code>{path}</code> {isRequired && <Badge>{texts.required}</Badge>}
                </td>
                <td>{typeOf(property)}</td>
                <td>
                  {property.description}
                  <Rules schema={property} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Rules({ schema }: { schema: FullSchema }) {
  const rules: [string, unknown][] = [
    [texts.oneOf, (schema.enum ?? schema.items?.enum)?.map(String).join(', ')],
    [texts.byDefault, schema.default === undefined ? undefined : JSON.stringify(schema.default)],
    [texts.least, schema.minimum],
    [texts.most, schema.maximum],
    [texts.longest, schema.maxLength],
    [texts.format, schema.format],
    [texts.pattern, schema.pattern],
  ];
  return rules
    .filter(([, value]) => value !== undefined)
    .map(([label, value]) => (
      <div key={label} className="quiet">
        {label} <code>{String(value)}</code>
      </div>
    ));
}
