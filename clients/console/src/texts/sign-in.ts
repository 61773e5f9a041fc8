import { common } from './common';

export const signIn = {
  title: 'Sign in',
  email: 'Email',
  password: 'Password',
  tenant: 'Tenant',
  tenantHint: 'The domain of your tenant; leave it empty for the default one.',
  otherTenant: 'Another tenant',
  remember: 'Keep me signed in',
  button: 'Sign in',
  wrong: 'The email or the password is wrong.',
  locked: (seconds: number) => `Too many wrong passwords. Try again in ${common.minutes(Math.ceil(seconds / 60))}.`,
  foreign: 'This is not the address that the server knows as its own. Open the one of its setting PublicUrl.',
};

export const setUp = {
  title: 'Set up this server',
  intro: 'There is no admin yet. The server printed a one-time token when it started; with it you make the first one.',
  token: 'One-time token',
  tokenHint: 'On the server’s standard error, behind “this token:”.',
  email: 'Your email',
  password: 'A password',
  passwordHint: 'At least 8 characters.',
  button: 'Make the first admin',
};
