import { useState } from 'react';
import { common } from '../texts/common';
import { schemaForm as texts } from '../texts/schema-form';
import { AreaField, SelectField, TextField } from './forms';

/** What of JSON Schema makes a form; what else there is the server holds the values against. */
export interface Schema {
  type?: string | string[];
  title?: string;
  description?: string;
  enum?: readonly unknown[];
  default?: unknown;
  properties?: Record<string, Schema>;
  items?: Schema;
  required?: readonly string[];
  format?: string;
}

const typeOf = ({ type, enum: words }: Schema): string => (Array.isArray(type) ? type.find((one) => one !== 'null') : type) ?? (words ? 'string' : 'any');

interface SchemaFormProps {
  schema: Schema;
  /** What was entered so far; what was not is not in it. */
  value: Record<string, unknown>;
  onChange: (value: Record<string, unknown>) => void;
  /** What the server says of a property, by its name. */
  problemOf?: (name: string) => string | undefined;
}

/** A form for an object of a JSON Schema: a control for each plain property, JSON for what is nested. */
export function SchemaForm({ schema, value, onChange, problemOf }: SchemaFormProps) {
  const set = (name: string, entered: unknown) => {
    const next = { ...value };
    if (entered === undefined) delete next[name];
    else next[name] = entered;
    onChange(next);
  };
  const required = new Set(schema.required);
  const properties = Object.entries(schema.properties ?? {}).toSorted(([a], [b]) => Number(required.has(b)) - Number(required.has(a)));
  return (
    <div className="schema-form">
      {properties.map(([name, property]) => (
        <Property
          key={name}
          name={name}
          schema={property}
          isRequired={required.has(name)}
          value={value[name]}
          onChange={(entered) => set(name, entered)}
          problem={problemOf?.(name)}
        />
      ))}
    </div>
  );
}

function Property({ name, schema, isRequired, value, onChange, problem }: { name: string; schema: Schema; isRequired: boolean; value: unknown; onChange: (value: unknown) => void; problem: string | undefined }) {
  const label = isRequired ? `${name} (${common.required})` : name;
  const hint = [schema.description, schema.default !== undefined && texts.byDefault(JSON.stringify(schema.default))].filter(Boolean).join(' ') || undefined;
  const shared = { label, problem, ...(hint !== undefined && { hint }) };
  if (schema.enum) {
    const words = schema.enum.map((word) => ({ value: JSON.stringify(word), label: String(word) }));
    return (
      <SelectField
        {...shared}
        value={value === undefined ? '' : JSON.stringify(value)}
        options={[{ value: '', label: '–' }, ...words]}
        onChange={(chosen) => onChange(chosen === '' ? undefined : JSON.parse(chosen))}
      />
    );
  }
  switch (typeOf(schema)) {
    case 'boolean':
      return (
        <SelectField
          {...shared}
          value={value === undefined ? '' : String(value)}
          options={[
            { value: '', label: '–' },
            { value: 'true', label: common.yes },
            { value: 'false', label: common.no },
          ]}
          onChange={(chosen) => onChange(chosen === '' ? undefined : chosen === 'true')}
        />
      );
    case 'integer':
    case 'number':
      return <TextField {...shared} type="number" step="any" value={value === undefined ? '' : String(value)} onChange={(text) => onChange(text === '' ? undefined : Number(text))} />;
    case 'string':
      return (schema.description?.length ?? 0) > 0 && /body|message|content|text/i.test(name) ? (
        <AreaField {...shared} rows={4} value={typeof value === 'string' ? value : ''} onChange={(text) => onChange(text === '' ? undefined : text)} />
      ) : (
        <TextField {...shared} value={typeof value === 'string' ? value : ''} onChange={(text) => onChange(text === '' ? undefined : text)} autoComplete="off" />
      );
    case 'array':
      if (schema.items !== undefined && typeOf(schema.items) === 'string') return <ListField {...shared} words={schema.items.enum} value={value} onChange={onChange} />;
      return <JsonField {...shared} value={value} onChange={onChange} />;
    default:
      return <JsonField {...shared} value={value} onChange={onChange} />;
  }
}

interface FieldProps {
  label: string;
  hint?: string;
  problem: string | undefined;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** A list of texts, one on each line. */
function ListField({ value, onChange, hint, words, ...rest }: FieldProps & { words: readonly unknown[] | undefined }) {
  // The text as it is typed has empty lines, which are no items.
  const [text, setText] = useState(() => (Array.isArray(value) ? value.join('\n') : ''));
  return (
    <AreaField
      {...rest}
      rows={3}
      hint={[hint, words && texts.oneOf(words.map(String)), texts.lines].filter(Boolean).join(' ')}
      value={text}
      onChange={(entered) => {
        setText(entered);
        const items = entered.split('\n').map((line) => line.trim()).filter(Boolean);
        onChange(items.length === 0 ? undefined : items);
      }}
    />
  );
}

function JsonField({ value, onChange, problem, hint, ...rest }: FieldProps) {
  const [text, setText] = useState(() => (value === undefined ? '' : JSON.stringify(value, null, 2)));
  const [wrong, setWrong] = useState<string>();
  return (
    <AreaField
      {...rest}
      code
      rows={3}
      hint={[hint, texts.json].filter(Boolean).join(' ')}
      problem={wrong ?? problem}
      value={text}
      onChange={(entered) => {
        setText(entered);
        if (entered.trim() === '') {
          setWrong(undefined);
          return onChange(undefined);
        }
        try {
          onChange(JSON.parse(entered));
          setWrong(undefined);
        } catch {
          setWrong(texts.wrongJson);
        }
      }}
    />
  );
}
