import { useQuery } from '@tanstack/react-query';
import type { ConnectionResponse, SharingWire } from '@modulex/client/generated/v1';
import { type FormEvent, useState } from 'react';
import { api } from '../api';
import { Button, CheckField, FormFailure, Note } from '../parts/forms';
import { useChange } from '../parts/queries';
import { Loaded } from '../parts/states';
import { common } from '../texts/common';
import { connection as texts } from '../texts/connections';
import { useMembers } from './connection-people';

const toggled = (all: readonly string[], id: string, isIn: boolean): string[] => (isIn ? [...all, id] : all.filter((one) => one !== id));

const mostRoles = 100;

/** Who may use a connection of the organization. */
export function Sharing({ connection }: { connection: ConnectionResponse }) {
  const [rule, setRule] = useState<SharingWire>(connection.sharing ?? {});
  const members = useMembers();
  const roles = useQuery({ queryKey: ['roles', 'names'], queryFn: ({ signal }) => api.authx.roles.list({ limit: mostRoles }, { signal }) });
  const saving = useChange((sharing: SharingWire) => api.v1.connections.update(connection.id, { sharing }), {
    changes: [['connections']],
    said: texts.sharingSaved,
    isQuiet: true,
  });
  const [chosenRoles, people] = [rule.roles ?? [], rule.people ?? []];
  function submit(event: FormEvent) {
    event.preventDefault();
    saving.mutate(rule);
  }
  return (
    <form className="drawer-part" onSubmit={submit}>
      <h3>{texts.sharing}</h3>
      <FormFailure error={saving.error} />
      <CheckField label={texts.everybody} hint={texts.everybodyHint} value={rule.everybody ?? false} onChange={(everybody) => setRule({ ...rule, everybody })} />
      {!rule.everybody && (
        <>
          <fieldset>
            <legend>{texts.roles}</legend>
            <Loaded query={roles}>
              {({ items }) => (
                <div className="choices">
                  {items.map(({ id, name }) => (
                    <CheckField key={id} label={name} value={chosenRoles.includes(id)} onChange={(isIn) => setRule({ ...rule, roles: toggled(chosenRoles, id, isIn) })} />
                  ))}
                </div>
              )}
            </Loaded>
          </fieldset>
          <fieldset>
            <legend>{texts.people}</legend>
            <Loaded query={members}>
              {(all) => (
                <div className="choices">
                  {all.map(({ id, email }) => (
                    <CheckField key={id} label={email} value={people.includes(id)} onChange={(isIn) => setRule({ ...rule, people: toggled(people, id, isIn) })} />
                  ))}
                </div>
              )}
            </Loaded>
          </fieldset>
          {chosenRoles.length + people.length === 0 && <Note kind="warn">{texts.nobody}</Note>}
        </>
      )}
      <div className="buttons">
        <Button type="submit" busy={saving.isPending}>
          {common.save}
        </Button>
      </div>
    </form>
  );
}
