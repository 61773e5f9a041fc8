import { type FormEvent, useState } from 'react';
import { session } from '../api';
import { Button, FormFailure, TextField } from '../parts/forms';
import { Mark } from '../parts/icons';
import { setUp as texts } from '../texts/sign-in';

/** The first admin of a new server, made in the browser with the token that only its operator saw. */
export function SetUpPage({ done }: { done: () => Promise<void> }) {
  const [token, setToken] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<Error>();
  const [isBusy, setIsBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    setFailure(undefined);
    try {
      await session.setUp(token.trim(), email.trim(), password);
      await session.signIn(email.trim(), password, false, undefined);
      await done();
    } catch (error) {
      setFailure(error as Error);
      setIsBusy(false);
    }
  }

  return (
    <main className="alone">
      <form className="card" onSubmit={submit}>
        <Mark />
        <h1>{texts.title}</h1>
        <p className="quiet">{texts.intro}</p>
        <FormFailure error={failure} />
        <TextField label={texts.token} hint={texts.tokenHint} autoComplete="off" required autoFocus value={token} onChange={setToken} />
        <TextField label={texts.email} type="email" autoComplete="username" required value={email} onChange={setEmail} />
        <TextField label={texts.password} hint={texts.passwordHint} type="password" autoComplete="new-password" required value={password} onChange={setPassword} />
        <Button kind="main" type="submit" busy={isBusy}>
          {texts.button}
        </Button>
      </form>
    </main>
  );
}
