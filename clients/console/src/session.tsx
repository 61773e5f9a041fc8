import { useQueryClient } from '@tanstack/react-query';
import type { MeResponse, MyOrganization } from '@modulex/client/generated/modulex';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { api, chooseOrganization, onSignedOut, session } from './api';
import { SignInPage } from './pages/sign-in';
import { SetUpPage } from './pages/set-up';
import { Failure, Loading } from './parts/states';

/** Who is signed in, and what they may do in the organization that they look at. */
export interface Session {
  me: MeResponse;
  organizations: MyOrganization[];
  organization: MyOrganization | undefined;
  /** Administers the organization. */
  isOrganizationAdmin: boolean;
  /** Administers the tenant. */
  isAdmin: boolean;
  isSuperAdmin: boolean;
  /** Looks only. */
  isViewer: boolean;
  choose(organization: string): void;
  signOut(): Promise<void>;
}

const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('There is a session inside of SessionGate only');
  return session;
}

const chosenKey = 'modulex-console-organization';

type Known = { state: 'loading' | 'signed_out' | 'no_admin' } | { state: 'failed'; error: Error } | { state: 'signed_in'; me: MeResponse; organizations: MyOrganization[] };

/** Shows its children to people who are signed in, and the sign-in page to everybody else. */
export function SessionGate({ children }: { children: ReactNode }) {
  const [known, setKnown] = useState<Known>({ state: 'loading' });
  const [chosen, setChosen] = useState(() => localStorage.getItem(chosenKey) ?? undefined);
  const queries = useQueryClient();

  const look = useCallback(async () => {
    try {
      const state = await session.look();
      if (state !== 'signed_in') return setKnown({ state });
      chooseOrganization(undefined);
      const [me, mine] = await Promise.all([api.documents.auth.me(), api.documents.auth.myOrganizations()]);
      setKnown({ state, me, organizations: mine.organizations });
    } catch (error) {
      setKnown({ state: 'failed', error: error as Error });
    }
  }, []);

  useEffect(() => void look(), [look]);
  useEffect(
    () =>
      onSignedOut(() => {
        queries.clear();
        setKnown({ state: 'signed_out' });
      }),
    [queries],
  );

  const value = useMemo<Session | undefined>(() => {
    if (known.state !== 'signed_in') return undefined;
    const { me, organizations } = known;
    const organization = organizations.find(({ id }) => id === chosen) ?? organizations.find(({ id }) => id === me.primary_organization_id) ?? organizations[0];
    chooseOrganization(organization?.id);
    const isAdmin = me.role === 'ADMIN' || me.role === 'SUPER_ADMIN';
    return {
      me,
      organizations,
      organization,
      isOrganizationAdmin: isAdmin || organization?.role === 'admin' || organization?.role === 'owner',
      isAdmin,
      isSuperAdmin: me.role === 'SUPER_ADMIN',
      isViewer: me.role === 'VIEWER',
      choose(id) {
        localStorage.setItem(chosenKey, id);
        setChosen(id);
        queries.clear();
      },
      async signOut() {
        await session.signOut();
        queries.clear();
        setKnown({ state: 'signed_out' });
      },
    };
  }, [known, chosen, queries]);

  if (known.state === 'loading') return <Loading />;
  if (known.state === 'failed') return <Failure error={known.error} retry={() => void look()} />;
  if (known.state === 'no_admin') return <SetUpPage done={look} />;
  if (value === undefined) return <SignInPage done={look} />;
  return (
    <SessionContext.Provider value={value}>
      <div className="session" key={value.organization?.id}>
        {children}
      </div>
    </SessionContext.Provider>
  );
}
