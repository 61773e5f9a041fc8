import { useQuery } from '@tanstack/react-query';
import type { AvailableIntegration } from '@modulex/client/generated/modulex';
import type { ConnectionResponse } from '@modulex/client/generated/v1';
import { api } from '../api';

/** A tool of the catalog, and what the organization and the person made of it. */
export interface CatalogTool extends AvailableIntegration {
  isInstalled: boolean;
  /** False where the organization has switched it off. */
  isActive: boolean;
  /** The person can use it: by an own connection or a shared one, which the service has not refused. */
  isConnected: boolean;
  /** How many people of the organization have connected it. */
  userCount: number;
}

/** Every tool that there is. */
export function useCatalog() {
  return useQuery({
    queryKey: ['tools', 'catalog'],
    queryFn: async ({ signal }): Promise<CatalogTool[]> => {
      const { integrations, tools } = api.documents;
      const [available, { status }, mine] = await Promise.all([integrations.listAvailable({ signal }), integrations.getStatus({ signal }), tools.listMine({ signal })]);
      const installations = new Map(status.integrations.map((tool) => [tool.name, tool]));
      const connected = new Set(mine.tools.filter(({ is_authenticated }) => is_authenticated).map(({ name }) => name));
      return available.tools
        .map((tool) => {
          const installation = installations.get(tool.name);
          return {
            ...tool,
            isInstalled: installation?.is_installed ?? false,
            isActive: installation?.is_active ?? false,
            isConnected: connected.has(tool.name),
            userCount: installation?.user_count ?? 0,
          };
        })
        .toSorted((a, b) => a.display_name.localeCompare(b.display_name));
    },
  });
}

/** What a tool can do, with the schemas of its actions, and what it needs. */
export function useToolSchema(tool: string | undefined) {
  return useQuery({
    queryKey: ['tools', 'schema', tool],
    queryFn: async ({ signal }) => (await api.documents.integrations.getSchema(tool!, { signal })).schema,
    enabled: tool !== undefined,
    staleTime: 60_000,
  });
}

const mostAccounts = 100;

/** The person's own connections of a tool, and those that the organization shares; the default first. */
export function useAccounts(tool: string | undefined) {
  return useQuery({
    queryKey: ['connections', 'accounts', tool],
    queryFn: async ({ signal }) => {
      const { items } = await api.v1.connections.list({ tool: tool!, limit: mostAccounts }, { signal });
      return items.toSorted((a, b) => Number(isShared(a)) - Number(isShared(b)) || Number(b.is_default) - Number(a.is_default) || a.name.localeCompare(b.name));
    },
    enabled: tool !== undefined,
  });
}

export const isShared = ({ owner }: ConnectionResponse): boolean => owner.type === 'organization';

export const isOwn = ({ owner }: ConnectionResponse, me: { id: string }): boolean => owner.type === 'user' && owner.id === me.id;

/** Manifests write a category in their own ways; people see one. */
export const categoryOf = (category: string): string => {
  const words = category.replaceAll('-', ' ').toLowerCase();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};
