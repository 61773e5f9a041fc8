import { ModuleXError } from '@modulex/client/errors';
import { useState } from 'react';
import { AreaField, Button, problemOf } from '../parts/forms';
import { Section } from '../parts/page';
import { type Schema, SchemaForm } from '../parts/schema-form';
import { playground as texts } from '../texts/playground';

type Values = Record<string, unknown>;

interface RunInputProps {
  schema: Schema;
  values: Values;
  onChange: (values: Values) => void;
  /** Why the last run was refused. */
  error: Error | undefined;
  busy: 'run' | 'preview' | undefined;
  /** Left out for who may not run anything. */
  onPress?: (what: 'run' | 'preview') => void;
}

function objectOf(text: string): Values | undefined {
  try {
    const value: unknown = JSON.parse(text.trim() || '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : undefined;
  } catch {
    return undefined;
  }
}

/** The arguments of a run, as a form or as they are sent. */
export function RunInput({ schema, values, onChange, error, busy, onPress }: RunInputProps) {
  // Text while it is typed as JSON; the values are what it said when it last was an object.
  const [text, setText] = useState<string>();
  const isWrong = text !== undefined && objectOf(text) === undefined;
  const isEmpty = Object.keys(schema.properties ?? {}).length === 0;

  function type(entered: string) {
    setText(entered);
    const value = objectOf(entered);
    if (value !== undefined) onChange(value);
  }

  return (
    <Section
      title={texts.input}
      actions={
        <Button disabled={isWrong} onClick={() => setText(text === undefined ? JSON.stringify(values, null, 2) : undefined)}>
          {text === undefined ? texts.asJson : texts.asForm}
        </Button>
      }
    >
      <form
        className="form"
        // The server holds the values against the whole schema, and says more than the browser's bubbles.
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWrong) onPress?.('run');
        }}
      >
        {text !== undefined ? (
          <AreaField label={texts.json} code rows={12} value={text} onChange={type} {...(isWrong && { problem: texts.jsonWrong })} />
        ) : isEmpty ? (
          <p className="quiet">{texts.noInput}</p>
        ) : (
          <SchemaForm schema={schema} value={values} onChange={onChange} problemOf={(name) => problemAt(error, name)} />
        )}
        {onPress !== undefined && (
          <>
            <div className="buttons">
              <Button kind="main" type="submit" busy={busy === 'run'} disabled={isWrong || busy !== undefined}>
                {texts.run}
              </Button>
              <Button busy={busy === 'preview'} disabled={isWrong || busy !== undefined} onClick={() => onPress('preview')}>
                {texts.preview}
              </Button>
            </div>
            <p className="quiet">{texts.previewHint}</p>
          </>
        )}
      </form>
    </Section>
  );
}

/** What the server says of a property; of something within it, at the property. */
function problemAt(error: Error | undefined, name: string): string | undefined {
  const pointer = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const inner = error instanceof ModuleXError ? error.problems.find((problem) => problem.pointer.startsWith(`${pointer}/`)) : undefined;
  return problemOf(error, pointer) ?? inner?.message;
}
