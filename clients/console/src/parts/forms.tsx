import { ModuleXError } from '@modulex/client/errors';
import { type ButtonHTMLAttributes, type InputHTMLAttributes, type ReactNode, useId, useState } from 'react';
import { common } from '../texts/common';
import { Icon } from './icons';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: 'main' | 'plain' | 'danger' | 'quiet';
  /** Waits for what it began. */
  busy?: boolean;
}

export function Button({ kind = 'plain', busy = false, className = '', disabled, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={`button ${kind} ${className}`} disabled={disabled || busy} aria-busy={busy}>
      {busy && <span className="spinner" aria-hidden="true" />}
      {children}
    </button>
  );
}

export function Note({ kind = 'plain', children }: { kind?: 'plain' | 'good' | 'bad' | 'warn'; children: ReactNode }) {
  return (
    <div className={`note ${kind}`} role={kind === 'bad' ? 'alert' : undefined}>
      {children}
    </div>
  );
}

/** Why a form was not taken. What is about a field stands at the field (see `problemOf`). */
export function FormFailure({ error }: { error: Error | null | undefined }) {
  if (!error) return null;
  const problems = error instanceof ModuleXError ? error.problems : [];
  return (
    <Note kind="bad">
      <p>{error.message}</p>
      {problems.length > 0 && (
        <ul>
          {problems.map(({ pointer, message }) => (
            <li key={pointer + message}>
              {pointer !== '' && <code>{pointer}</code>} {message}
            </li>
          ))}
        </ul>
      )}
    </Note>
  );
}

/** What the server says of one field, by its JSON pointer such as `/email`. */
export function problemOf(error: Error | null | undefined, pointer: string): string | undefined {
  return error instanceof ModuleXError ? error.problems.find((problem) => problem.pointer === pointer)?.message : undefined;
}

interface FieldProps {
  label: string;
  hint?: ReactNode;
  problem?: string | undefined;
}

/** A label, a control, and what is to be said about it. */
export function Field({ label, hint, problem, required, children }: FieldProps & { required?: boolean | undefined; children: (ids: { id: string; describedBy: string | undefined }) => ReactNode }) {
  const id = useId();
  const describedBy = [hint !== undefined && `${id}-hint`, problem !== undefined && `${id}-problem`].filter(Boolean).join(' ') || undefined;
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required && <span className="quiet"> ({common.required})</span>}
      </label>
      {children({ id, describedBy })}
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}

type TextProps = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & { value: string; onChange: (value: string) => void };

export function TextField({ label, hint, problem, onChange, ...rest }: TextProps) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {({ id, describedBy }) => (
        <input {...rest} id={id} aria-describedby={describedBy} aria-invalid={problem !== undefined} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

export function AreaField({ label, hint, problem, value, onChange, rows = 6, code = false }: FieldProps & { value: string; onChange: (value: string) => void; rows?: number; code?: boolean }) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {({ id, describedBy }) => (
        <textarea
          id={id}
          rows={rows}
          className={code ? 'code' : undefined}
          spellCheck={!code}
          aria-describedby={describedBy}
          aria-invalid={problem !== undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export function SelectField({ label, hint, problem, value, onChange, options }: FieldProps & { value: string; onChange: (value: string) => void; options: readonly { value: string; label: string }[] }) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {({ id, describedBy }) => (
        <select id={id} aria-describedby={describedBy} value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function CheckField({ label, hint, value, onChange, disabled }: { label: ReactNode; hint?: string; value: boolean; onChange: (value: boolean) => void; disabled?: boolean }) {
  const id = useId();
  return (
    <div className="check">
      <input id={id} type="checkbox" checked={value} disabled={disabled} aria-describedby={hint && `${id}-hint`} onChange={(event) => onChange(event.target.checked)} />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** On or off, at once. */
export function Switch({ label, value, onChange, disabled }: { label: string; value: boolean; onChange: (value: boolean) => void; disabled?: boolean }) {
  return (
    <button type="button" role="switch" aria-checked={value} aria-label={label} className="switch" disabled={disabled} onClick={() => onChange(!value)}>
      <span aria-hidden="true" />
    </button>
  );
}

/** Text to take along. */
export function Copyable({ text, label }: { text: string; label: string }) {
  const [isCopied, setIsCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
    setTimeout(() => setIsCopied(false), 2_000);
  }
  return (
    <div className="copyable">
      <code tabIndex={0}>{text}</code>
      <Button kind="quiet" onClick={() => void copy()} aria-label={`${common.copy}: ${label}`}>
        <Icon name={isCopied ? 'check' : 'copy'} />
        <span aria-live="polite">{isCopied ? common.copied : common.copy}</span>
      </Button>
    </div>
  );
}
