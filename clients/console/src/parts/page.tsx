import { type ReactNode, useEffect, useRef } from 'react';
import { common } from '../texts/common';

interface PageProps {
  title: string;
  /** One or two sentences for those who are here for the first time. */
  intro?: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A page with its title, which is also the window's. The title takes the focus, so that a screen reader says which page was opened. */
export function Page({ title, intro, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ${common.product}`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {intro !== undefined && <p className="quiet">{intro}</p>}
        </div>
        {actions !== undefined && <div className="buttons">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function Section({ title, actions, children, className = '' }: { title: string; actions?: ReactNode; children: ReactNode; className?: string }) {
  return (
    <section className={`card ${className}`} aria-label={title}>
      <header className="section-head">
        <h2>{title}</h2>
        {actions !== undefined && <div className="buttons">{actions}</div>}
      </header>
      {children}
    </section>
  );
}

export type Tone = 'good' | 'bad' | 'warn' | 'plain';

/** A word of state. Its colour says nothing that the word doesn't. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`badge ${tone}`}>{children}</span>;
}

/** A letter in the place of a picture, which would come from another origin. */
export function Avatar({ name }: { name: string }) {
  let hue = 0;
  for (const letter of name) hue = (hue * 31 + letter.charCodeAt(0)) % 360;
  return (
    <span className="avatar" aria-hidden="true" style={{ '--hue': hue } as React.CSSProperties}>
      {name.slice(0, 1).toUpperCase()}
    </span>
  );
}

/** Names and values. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A number that stands for itself. */
export function Figure({ label, value, tone = 'plain', note }: { label: string; value: ReactNode; tone?: Tone; note?: ReactNode }) {
  return (
    <div className={`figure ${tone}`}>
      <div className="figure-label">{label}</div>
      <div className="figure-value">{value}</div>
      {note !== undefined && <div className="quiet">{note}</div>}
    </div>
  );
}
