import { play } from './scene.mjs';

/** The first admin of a server in production, made with the TOKEN that it printed, over https; and what the browser keeps of the session. */
await play(async ({ server, person, judge, assert }) => {
  const { TOKEN: token, EMAIL: email, PASSWORD: password } = process.env;
  const page = await person({ ignoreHTTPSErrors: true });
  const fill = async (secret, chosen) => {
    await page.getByLabel('One-time token').fill(secret);
    await page.getByLabel('Your email').fill(email);
    await page.getByLabel('A password').fill(chosen);
    await page.getByRole('button', { name: 'Make the first admin' }).click();
  };

  // A browser that opens the server's address comes here by itself.
  await page.goto(server);
  await page.getByRole('heading', { name: 'Set up this server' }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/app');
  await judge(page, 'set-up');
  await fill('mxb_not-the-token', password);
  await page.getByRole('alert').waitFor();
  await fill(token, 'weak');
  await page.getByRole('alert').filter({ hasText: /password/i }).waitFor();
  await judge(page, 'set-up-refused');
  await fill(token, password);
  await page.getByRole('heading', { level: 1, name: 'Welcome to ModuleX' }).waitFor();

  const cookies = await page.context().cookies();
  for (const name of ['__Host-modulex-console', '__Host-modulex-console-renewal']) {
    const { secure, httpOnly, sameSite, path } = cookies.find((cookie) => cookie.name === name);
    assert.deepEqual({ secure, httpOnly, sameSite, path }, { secure: true, httpOnly: true, sameSite: 'Strict', path: '/' });
  }
  const kept = await page.evaluate(() => JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }]));
  for (const { value } of cookies) assert.ok(!kept.includes(value), 'no script can read a cookie of the session');

  // The set-up is over for everybody else, and the account signs in.
  const other = await person({ ignoreHTTPSErrors: true });
  await other.goto(`${server}/app`);
  await other.getByRole('heading', { name: 'Sign in' }).waitFor();
  await other.getByLabel('Email').fill(email);
  await other.getByLabel('Password').fill(password);
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await other.getByRole('heading', { level: 1, name: 'Welcome to ModuleX' }).waitFor();
});
