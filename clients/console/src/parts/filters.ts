import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** What a list shows, kept in the address, so that it can be shared and gone back to. */
export function useFilters<Name extends string>(): [Partial<Record<Name, string>>, (changes: Partial<Record<Name, string | undefined>>) => void] {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (changes: Partial<Record<Name, string | undefined>>) =>
      setParams(
        () => {
          // The address itself: of two changes in a row the second must not undo the first.
          const after = new URLSearchParams(location.search);
          for (const [name, value] of Object.entries<string | undefined>(changes)) {
            if (value) after.set(name, value);
            else after.delete(name);
          }
          return after;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [Object.fromEntries(params) as Partial<Record<Name, string>>, change];
}
