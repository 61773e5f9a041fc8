// Signing in and out, the palette and the appearance by keyboard alone; and names that would be markup where they weren't taken as text.
import { play } from './scene.mjs';

await play(async ({ server, person, judge, open, assert }) => {
  const unique = Date.now().toString(36);
  const { EMAIL: email, PASSWORD: password } = process.env;
  const page = await person();
  const keys = page.keyboard;
  const focused = () => page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent);
  const toFocus = async (name) => {
    for (let step = 0; step < 60; step++) {
      if ((await focused())?.startsWith(name)) return;
      await keys.press('Tab');
    }
    assert.fail(`${name} can’t be reached by keyboard, but ${await focused()}`);
  };

  // The first field has the focus.
  await page.goto(`${server}/app/`);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await judge(page, 'sign-in');
  const enter = async (name, secret) => {
    await page.getByLabel('Email').focus();
    await keys.press('ControlOrMeta+A');
    await keys.type(name);
    await keys.press('Tab');
    await keys.type(secret);
    await keys.press('Enter');
  };
  await enter(email, 'not the password');
  await page.getByRole('alert').filter({ hasText: 'The email or the password is wrong.' }).waitFor();
  assert.equal(await page.getByLabel('Password').inputValue(), '', 'a wrong password is not kept');

  // Five failures lock a name for a while, whether or not somebody has it.
  for (let guess = 0; guess < 5; guess++) {
    const answered = page.waitForResponse((response) => response.url().endsWith('/app/session') && response.request().method() === 'POST');
    await enter(`second-${unique}@example.com`, `guess ${guess}`);
    await answered;
    await page.getByRole('button', { name: 'Sign in', exact: true, disabled: false }).waitFor();
  }
  await enter(`second-${unique}@example.com`, 'guess 6');
  await page.getByRole('alert').filter({ hasText: /^Too many wrong passwords. Try again in \d+ minutes\.$/ }).waitFor();
  await judge(page, 'sign-in-locked');

  await enter(email, password);
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();

  // The palette opens, finds and goes.
  await keys.press('ControlOrMeta+K');
  const palette = page.getByRole('dialog', { name: 'Go to' });
  await palette.waitFor();
  await keys.type('ro');
  await palette.getByRole('option', { name: 'Roles' }).waitFor();
  await judge(page, 'palette');
  const chosen = () => palette.getByRole('option', { selected: true }).innerText();
  const first = await chosen();
  await keys.press('ArrowDown');
  assert.notEqual(await chosen(), first);
  await keys.press('ArrowUp');
  assert.equal(await chosen(), first);
  await keys.press('ControlOrMeta+A');
  await keys.type('serv');
  await keys.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Service keys' }).waitFor();
  await keys.press('ControlOrMeta+K');
  await keys.press('Escape');
  await palette.waitFor({ state: 'detached' });

  // The appearance, and a page of the menu.
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  await toFocus('Account');
  await keys.press('Enter');
  await toFocus('Appearance');
  await keys.type('Dark');
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Service keys' }).waitFor();
  assert.equal(await theme(), 'dark', 'the appearance is kept');
  await toFocus('Account');
  await keys.press('Enter');
  await toFocus('Appearance');
  await keys.type('As');
  await page.waitForFunction(() => document.documentElement.dataset.theme === undefined);
  await keys.press('Escape');
  await page.getByRole('button', { name: 'Sign out' }).waitFor({ state: 'hidden' });

  // Names that try to be markup stay names.
  const alerts = [];
  page.on('dialog', (alert) => {
    alerts.push(alert.message());
    void alert.dismiss();
  });
  const evil = `<img src=x onerror=alert(1)>"' ${unique}`;
  const seen = async (times = 1) => {
    await page.getByText(evil).first().waitFor();
    assert.ok((await page.getByText(evil).count()) >= times);
    assert.equal(await page.locator('img[src=x]').count(), 0, 'no markup was made of a name');
  };
  const dialog = (name) => page.getByRole('dialog', { name, exact: true });

  await page.getByRole('button', { name: 'Create a key' }).click();
  await dialog('Create a key').getByLabel('Name').fill(evil);
  await dialog('Create a key').getByRole('button', { name: 'Create', exact: true }).click();
  await dialog('The key is ready').getByRole('button', { name: 'I have copied it' }).click();
  await seen();
  await page.getByRole('button', { name: `Revoke ${evil}` }).click();
  await dialog(`Revoke ${evil}?`).getByLabel(`Type ${evil} to confirm`).fill(evil);
  await dialog(`Revoke ${evil}?`).getByRole('button', { name: 'Revoke' }).click();
  await dialog(`Revoke ${evil}?`).waitFor({ state: 'detached' });

  await open(page, 'Roles');
  await page.getByRole('button', { name: 'Create a role' }).click();
  await dialog('Create a role').getByLabel('Name').fill(evil);
  await dialog('Create a role').getByLabel('What it is for').fill(evil);
  await dialog('Create a role').getByRole('button', { name: 'Create', exact: true }).click();
  await dialog(evil).getByRole('button', { name: 'Close' }).click();
  await seen(2);
  await page.getByRole('button', { name: evil }).click();
  await dialog(evil).getByRole('button', { name: 'Delete the role' }).click();
  await dialog(`Delete ${evil}?`).getByLabel(/^Type/).fill(evil);
  await dialog(`Delete ${evil}?`).getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: evil }).waitFor({ state: 'detached' });

  await open(page, 'Settings');
  const siteName = page.getByLabel('Name of the site');
  const before = await siteName.inputValue();
  for (const value of [evil, before]) {
    await siteName.fill(value);
    await page.getByRole('button', { name: 'Review the changes' }).click();
    await dialog('Save these changes?').getByRole('button', { name: 'Save' }).click();
    await dialog('Save these changes?').waitFor({ state: 'detached' });
  }
  await page.getByRole('table', { name: 'History' }).getByRole('button', { name: 'Name of the site' }).first().click();
  await seen();
  await dialog('What was changed').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Keep the current settings' }).click();
  await dialog('Keep the current settings').getByLabel('Name').fill(evil);
  await dialog('Keep the current settings').getByLabel('What it is for').fill(evil);
  await dialog('Keep the current settings').getByRole('button', { name: 'Create', exact: true }).click();
  await seen(2);
  await page.getByRole('button', { name: `Delete ${evil}` }).click();
  await dialog(`Delete ${evil}?`).getByLabel(/^Type/).fill(evil);
  await dialog(`Delete ${evil}?`).getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: `Delete ${evil}` }).waitFor({ state: 'detached' });

  await page.getByLabel(/^Account:/).click();
  await page.getByRole('link', { name: 'Account' }).click();
  const [username, firstName] = [page.getByLabel('Username'), page.getByLabel('First name')];
  await page.getByRole('heading', { level: 1, name: 'Account' }).waitFor();
  const own = [await username.inputValue(), await firstName.inputValue()];
  for (const [name, called] of [[evil, evil], own]) {
    await username.fill(name);
    await firstName.fill(called);
    const saved = page.waitForResponse((response) => response.url().endsWith('/api/v1/users/me') && response.request().method() === 'PUT');
    await page.getByRole('button', { name: 'Save' }).click();
    assert.equal((await saved).status(), 200);
    if (name !== evil) break;
    await open(page, 'People');
    await seen();
    await page.getByRole('button', { name: email, exact: true }).click();
    await dialog(email).getByText(evil).waitFor();
    await dialog(email).getByRole('button', { name: 'Close' }).click();
    await page.getByLabel(/^Account:/).click();
    await page.getByRole('link', { name: 'Account' }).click();
    await page.getByRole('heading', { level: 1, name: 'Account' }).waitFor();
  }

  // All of it is in the audit log, too.
  await page.goto(`${server}/app/audit?action=role_created`);
  await page.getByRole('button', { name: 'Created a role' }).first().click();
  await seen(2);
  await dialog('Created a role').getByRole('button', { name: 'Close' }).click();
  assert.deepEqual(alerts, [], 'no name ran');

  // Signing out asks for the password again.
  await toFocus('Account');
  await keys.press('Enter');
  await toFocus('Sign out');
  await keys.press('Enter');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.goto(`${server}/app/people`);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
});
