import type { CreateInvitationRequestRole, InvitationResponse, NewInvitationResponse } from '@modulex/client/generated/v1';
import { useState } from 'react';
import { api } from '../api';
import { Confirm, Dialog, ShownOnce } from '../parts/dialogs';
import { Button, FormFailure, problemOf, SelectField, TextField } from '../parts/forms';
import { Badge } from '../parts/page';
import { PersonName } from '../parts/person';
import { useChange, useList } from '../parts/queries';
import { Empty } from '../parts/states';
import { type Column, Listed, Table } from '../parts/table';
import { Time } from '../parts/time';
import { useSession } from '../session';
import { common } from '../texts/common';
import { invitations as texts, people } from '../texts/people';

const key = ['invitations'];
const day = 86_400;

const columns: readonly Column<InvitationResponse>[] = [
  { title: texts.columns.email, cell: ({ email }) => email, width: '2fr' },
  { title: texts.columns.role, cell: ({ role }) => people.memberships[role], width: '7rem' },
  {
    title: texts.columns.state,
    cell: ({ state }) => <Badge tone={state === 'accepted' ? 'good' : state === 'expired' ? 'warn' : 'plain'}>{texts.states[state]}</Badge>,
    width: '7.5rem',
  },
  { title: texts.columns.by, cell: ({ invited_by }) => <PersonName id={invited_by} />, width: '1.5fr' },
  { title: texts.columns.created, cell: ({ created_at }) => <Time at={created_at} />, width: '10rem' },
  { title: texts.columns.expires, cell: ({ expires_at }) => <Time at={expires_at} />, width: '10rem' },
];

/** Who is invited, and who was. */
export function Invitations() {
  const { isViewer } = useSession();
  const [revoking, setRevoking] = useState<InvitationResponse>();
  const query = useList<InvitationResponse>(key, (cursor, signal) => api.v1.invitations.list({ ...(cursor !== undefined && { cursor }), limit: 50 }, { signal }));
  const revoke = useChange((id: string) => api.v1.invitations.revoke(id), { changes: [key], said: texts.revoked, isQuiet: true });
  const actions: Column<InvitationResponse> = {
    title: texts.columns.actions,
    cell: (invitation) =>
      invitation.state === 'open' && (
        <Button kind="danger" aria-label={texts.revokeOf(invitation.email)} onClick={() => setRevoking(invitation)}>
          {texts.revoke}
        </Button>
      ),
    width: '8rem',
  };
  return (
    <>
      <Listed
        query={query}
        empty={
          <Empty title={texts.noneTitle}>
            <p>{texts.none}</p>
          </Empty>
        }
      >
        {(rows, onEnd) => <Table label={people.tabs.invitations} columns={isViewer ? columns : [...columns, actions]} rows={rows} keyOf={({ id }) => id} onEnd={onEnd} />}
      </Listed>
      {revoking && (
        <Confirm title={texts.revokeTitle(revoking.email)} button={texts.revoke} onConfirm={() => revoke.mutateAsync(revoking.id)} onClose={() => setRevoking(undefined)}>
          <p>{texts.revokeText}</p>
        </Confirm>
      )}
    </>
  );
}

const roles: readonly CreateInvitationRequestRole[] = ['member', 'admin', 'owner'];

/** Makes an invitation and shows its link this once. */
export function Invite({ onClose }: { onClose: () => void }) {
  const { isAdmin, organization } = useSession();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<CreateInvitationRequestRole>('member');
  const [expiresIn, setExpiresIn] = useState(String(7 * day));
  const [made, setMade] = useState<NewInvitationResponse>();
  const invite = useChange(() => api.v1.invitations.create({ email: email.trim(), role, expires_in: Number(expiresIn) }), { changes: [key], isQuiet: true });
  const possible = isAdmin || organization?.role === 'owner' ? roles : roles.slice(0, 2);

  if (made !== undefined) {
    const { email: invited } = made.invitation;
    return <ShownOnce title={texts.doneTitle} intro={<p>{texts.done(invited)}</p>} warning={texts.once} secret={made.url} label={texts.link} close={texts.close} onClose={onClose} />;
  }
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate(undefined, { onSuccess: setMade });
        }}
      >
        <FormFailure error={invite.error} />
        <TextField label={texts.email} hint={texts.emailHint} type="email" required autoFocus autoComplete="off" value={email} onChange={setEmail} problem={problemOf(invite.error, '/email')} />
        <SelectField
          label={texts.role}
          hint={people.membershipHint}
          value={role}
          onChange={(value) => setRole(value as CreateInvitationRequestRole)}
          problem={problemOf(invite.error, '/role')}
          options={possible.map((value) => ({ value, label: people.memberships[value] }))}
        />
        <SelectField
          label={texts.expiry}
          value={expiresIn}
          onChange={setExpiresIn}
          problem={problemOf(invite.error, '/expires_in')}
          options={[
            { value: String(day), label: texts.expiries.day },
            { value: String(7 * day), label: texts.expiries.week },
            { value: String(30 * day), label: texts.expiries.month },
          ]}
        />
        <div className="buttons">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="main" type="submit" busy={invite.isPending}>
            {texts.button}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
