import { useQuery } from '@tanstack/react-query';
import { api } from '../api';

/** Who an id stands for: the address, or the beginning of the id where the person is of another organization or gone. */
export function PersonName({ id }: { id: string }) {
  const { data } = useQuery({ queryKey: ['people', 'name', id], queryFn: ({ signal }) => api.authx.users.get(id, { signal }), staleTime: 300_000, retry: false });
  return <span title={id}>{data?.email ?? `${id.slice(0, 8)}…`}</span>;
}
