import { useQuery } from '@tanstack/react-query';
import type { ConnectionOwnerWire } from '@modulex/client/generated/v1';
import { api } from '../api';
import { useSession } from '../session';
import { connections as texts } from '../texts/connections';

const pageSize = 100;

/** Longer lists are not read to the end; people who are missing are shown by their id. */
const mostPages = 10;

/** The members of the organization, for its admins. */
export function useMembers() {
  const { organization, isOrganizationAdmin } = useSession();
  return useQuery({
    queryKey: ['people', 'members', organization?.id],
    queryFn: async ({ signal }) => {
      const members = [];
      for (let page = 1; page <= mostPages; page++) {
        const { users, pagination } = await api.documents.organizations.listUsers(organization!.id, { page, limit: pageSize }, { signal });
        members.push(...users);
        if (pagination.total <= page * pageSize) break;
      }
      return members;
    },
    enabled: isOrganizationAdmin && organization !== undefined,
    staleTime: 60_000,
  });
}

/** Names for the owners of connections. */
export function useOwnerName(): (owner: ConnectionOwnerWire) => string {
  const { me } = useSession();
  const members = useMembers();
  return ({ type, id }) => {
    if (type === 'organization') return texts.shared;
    if (type === 'external') return texts.external(id);
    return id === me.id ? texts.you : (members.data?.find((member) => member.id === id)?.email ?? id);
  };
}
