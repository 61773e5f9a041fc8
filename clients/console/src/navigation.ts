import type { IconName } from './parts/icons';
import type { Session } from './session';
import { navigation } from './texts/common';

export interface PageLink {
  path: string;
  title: string;
  icon: IconName;
  group: keyof typeof navigation.groups;
  /** Whom it is shown; everybody without it. */
  isFor?: (session: Session) => boolean;
}

const { pages } = navigation;
const forAdmins = (session: Session) => session.isOrganizationAdmin;

/** The pages, in the order of the menu. */
export const links: readonly PageLink[] = [
  { path: '/', title: pages.home, icon: 'home', group: 'work' },
  { path: '/tools', title: pages.tools, icon: 'tools', group: 'work' },
  { path: '/connections', title: pages.connections, icon: 'connections', group: 'work' },
  { path: '/playground', title: pages.playground, icon: 'playground', group: 'work' },
  { path: '/runs', title: pages.runs, icon: 'runs', group: 'work' },
  { path: '/webhooks', title: pages.webhooks, icon: 'webhooks', group: 'work', isFor: forAdmins },
  { path: '/analytics', title: pages.analytics, icon: 'analytics', group: 'insight', isFor: forAdmins },
  { path: '/audit', title: pages.audit, icon: 'audit', group: 'insight', isFor: forAdmins },
  { path: '/people', title: pages.people, icon: 'people', group: 'people', isFor: forAdmins },
  { path: '/roles', title: pages.roles, icon: 'roles', group: 'people', isFor: forAdmins },
  { path: '/keys', title: pages.keys, icon: 'keys', group: 'people', isFor: forAdmins },
  { path: '/settings', title: pages.settings, icon: 'settings', group: 'server', isFor: (session) => session.isAdmin },
  { path: '/modules', title: pages.modules, icon: 'modules', group: 'server', isFor: (session) => session.isAdmin },
  { path: '/status', title: pages.status, icon: 'status', group: 'server', isFor: (session) => session.isAdmin },
];

export const linksFor = (session: Session): readonly PageLink[] => links.filter(({ isFor }) => isFor?.(session) ?? true);
