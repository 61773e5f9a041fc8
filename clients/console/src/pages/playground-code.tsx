import { useState } from 'react';
import { Link } from 'react-router';
import { Copyable } from '../parts/forms';
import { Section } from '../parts/page';
import { useSession } from '../session';
import { code as texts } from '../texts/playground';
import { snippets } from './playground-snippets';

type Language = keyof typeof snippets;

/** The run as a program of the organization would make it. */
export function RunCode({ body }: { body: Record<string, unknown> }) {
  const { isOrganizationAdmin } = useSession();
  const [language, setLanguage] = useState<Language>('curl');
  const languages = Object.keys(texts.languages) as Language[];
  return (
    <Section title={texts.title}>
      <nav className="tabs" aria-label={texts.label}>
        {languages.map((one) => (
          <button key={one} type="button" aria-current={one === language ? 'page' : undefined} onClick={() => setLanguage(one)}>
            {texts.languages[one]}
          </button>
        ))}
      </nav>
      <Copyable key={language} label={texts.languages[language]} text={snippets[language]({ server: location.origin, body })} />
      <p className="quiet">
        {texts.hint} {isOrganizationAdmin && <Link to="/keys">{texts.keys}</Link>}
      </p>
    </Section>
  );
}
