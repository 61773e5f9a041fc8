import { type ReactNode, useEffect, useRef, useState } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useIsLive } from './live';
import { linksFor } from './navigation';
import { Palette } from './palette';
import { Button } from './parts/forms';
import { Icon, Mark } from './parts/icons';
import { type Session, useSession } from './session';
import { common, navigation as texts } from './texts/common';
import { applyTheme, type Theme, themeOf } from './theme';

/** The menu, what is said over every page, and the page. */
export function Shell({ children }: { children: ReactNode }) {
  const session = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const [isGoing, setIsGoing] = useState(false);
  const isLive = useIsLive();
  const { pathname } = useLocation();
  useEffect(() => setIsOpen(false), [pathname]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setIsGoing(true);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
  return (
    <>
      <a className="skip" href="#page">
        {common.skip}
      </a>
      <header className="top">
        <Button kind="quiet" className="menu-button" aria-label={texts.open} aria-expanded={isOpen} aria-controls="menu" onClick={() => setIsOpen(!isOpen)}>
          <Icon name="menu" />
        </Button>
        <NavLink to="/" className="brand">
          <Mark />
          <span>{common.product}</span>
        </NavLink>
        <Button className="palette-button" onClick={() => setIsGoing(true)}>
          <Icon name="search" />
          <span>{texts.palette}</span>
          <kbd>Ctrl K</kbd>
        </Button>
        <span className={`live ${isLive ? 'on' : 'off'}`} role="status">
          <span aria-hidden="true" />
          {isLive ? common.live : common.offline}
        </span>
        <OrganizationChoice session={session} />
        <AccountMenu session={session} />
      </header>
      <nav id="menu" className={isOpen ? 'menu open' : 'menu'} aria-label={texts.label}>
        <Menu session={session} />
      </nav>
      <main id="page" tabIndex={-1}>
        {children}
      </main>
      {isGoing && <Palette onClose={() => setIsGoing(false)} />}
    </>
  );
}

function Menu({ session }: { session: Session }) {
  const links = linksFor(session);
  return (Object.keys(texts.groups) as (keyof typeof texts.groups)[]).map((group) => {
    const own = links.filter((link) => link.group === group);
    if (own.length === 0) return null;
    return (
      <section key={group} aria-label={texts.groups[group]}>
        <h2>{texts.groups[group]}</h2>
        <ul>
          {own.map(({ path, title, icon }) => (
            <li key={path}>
              <NavLink to={path} end={path === '/'}>
                <Icon name={icon} />
                {title}
              </NavLink>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

function OrganizationChoice({ session }: { session: Session }) {
  const { organizations, organization, choose } = session;
  if (organizations.length < 2) return <span className="organization">{organization?.name}</span>;
  return (
    <select className="organization" aria-label={texts.organization} value={organization?.id} onChange={(event) => choose(event.target.value)}>
      {organizations.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

function AccountMenu({ session }: { session: Session }) {
  const [theme, setTheme] = useState(themeOf);
  const menu = useRef<HTMLDetailsElement>(null);
  const { pathname } = useLocation();
  useEffect(() => menu.current?.removeAttribute('open'), [pathname]);
  useEffect(() => {
    const close = (event: Event) => {
      if (!menu.current?.contains(event.target as Node)) menu.current?.removeAttribute('open');
    };
    addEventListener('pointerdown', close);
    addEventListener('focusin', close);
    return () => {
      removeEventListener('pointerdown', close);
      removeEventListener('focusin', close);
    };
  }, []);
  return (
    <details
      className="account"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !menu.current?.open) return;
        menu.current.removeAttribute('open');
        menu.current.querySelector('summary')?.focus();
      }}
    >
      <summary aria-label={`${texts.account}: ${session.me.email}`}>
        <Icon name="account" />
      </summary>
      <div className="account-box">
        <p className="account-name">{session.me.email}</p>
        <NavLink to="/account">{texts.pages.account}</NavLink>
        <label>
          {texts.theme}
          <select
            value={theme}
            onChange={(event) => {
              setTheme(event.target.value as Theme);
              applyTheme(event.target.value as Theme);
            }}
          >
            <option value="system">{texts.system}</option>
            <option value="light">{texts.light}</option>
            <option value="dark">{texts.dark}</option>
          </select>
        </label>
        <Button onClick={() => void session.signOut()}>{texts.signOut}</Button>
      </div>
    </details>
  );
}
