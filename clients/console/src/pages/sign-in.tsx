import { ModuleXError } from '@modulex/client/errors';
import { type FormEvent, useState } from 'react';
import { session } from '../api';
import { Button, CheckField, Note, TextField } from '../parts/forms';
import { Mark } from '../parts/icons';
import { signIn as texts } from '../texts/sign-in';

export function SignInPage({ done }: { done: () => Promise<void> }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [tenant, setTenant] = useState('');
  const [asksTenant, setAsksTenant] = useState(false);
  const [remember, setRemember] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    setFailure(undefined);
    try {
      await session.signIn(email.trim(), password, remember, tenant.trim() || undefined);
      await done();
    } catch (error) {
      setPassword('');
      setFailure(sentenceOf(error as Error));
      setIsBusy(false);
    }
  }

  return (
    <main className="alone">
      <form className="card" onSubmit={submit}>
        <Mark />
        <h1>{texts.title}</h1>
        {failure !== undefined && <Note kind="bad">{failure}</Note>}
        <TextField label={texts.email} type="email" autoComplete="username" required autoFocus value={email} onChange={setEmail} />
        <TextField label={texts.password} type="password" autoComplete="current-password" required value={password} onChange={setPassword} />
        {asksTenant ? (
          <TextField label={texts.tenant} hint={texts.tenantHint} autoComplete="organization" value={tenant} onChange={setTenant} />
        ) : (
          <button type="button" className="link" onClick={() => setAsksTenant(true)}>
            {texts.otherTenant}
          </button>
        )}
        <CheckField label={texts.remember} value={remember} onChange={setRemember} />
        <Button kind="main" type="submit" busy={isBusy}>
          {texts.button}
        </Button>
      </form>
    </main>
  );
}

function sentenceOf(error: Error): string {
  if (!(error instanceof ModuleXError)) return error.message;
  if (error.status === 423) return texts.locked(error.retryAfter ?? 60);
  if (error.status === 401 || error.status === 400) return texts.wrong;
  if (error.status === 403) return texts.foreign;
  return error.message;
}
