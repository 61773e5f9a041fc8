// People, roles, keys, audit, settings, modules, status and the account, as an admin and as the person who is invited.
import { play } from './scene.mjs';

await play(async ({ server, person, signIn, judge, open, assert }) => {
  const unique = Date.now().toString(36);
  const email = `grace-${unique}@example.com`;
  const password = `fjord lantern 7 ${unique}`;
  const roleName = `Support ${unique}`;
  const keyName = `Backend ${unique}`;

  const admin = await person();
  await signIn(admin);
  const dialog = (name) => admin.getByRole('dialog', { name });
  const row = (page, table, text) => page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: text });

  // An invitation: its link is shown once and opened in a browser of its own.
  await open(admin, 'People');
  await admin.getByRole('button', { name: 'Invite a person' }).click();
  await dialog('Invite a person').getByLabel('Email').fill(email);
  await dialog('Invite a person').getByLabel('Role').selectOption('Member');
  await dialog('Invite a person').getByLabel('The link works for').selectOption('A day');
  await dialog('Invite a person').getByRole('button', { name: 'Make the link' }).click();
  const link = await dialog('The invitation is ready').getByText(/\/join\/mxi_/).innerText();
  await dialog('The invitation is ready').getByRole('button', { name: 'I have copied it' }).click();
  await admin.getByRole('link', { name: 'Invitations' }).click();
  await row(admin, 'Invitations', email).getByText('Open', { exact: true }).waitFor();
  assert.equal(await admin.getByText(/mxi_/).count(), 0, 'the link is shown once');

  const grace = await person();
  await grace.goto(link);
  await grace.getByLabel('Password').fill(password);
  await grace.getByRole('button', { name: /^Join/ }).click();
  await grace.getByRole('heading', { name: /^You are a member of/ }).waitFor();

  // An invitation that is not accepted can be revoked.
  await admin.getByRole('button', { name: 'Invite a person' }).click();
  await dialog('Invite a person').getByLabel('Email').fill(`never-${email}`);
  await dialog('Invite a person').getByRole('button', { name: 'Make the link' }).click();
  await dialog('The invitation is ready').getByRole('button', { name: 'I have copied it' }).click();
  await admin.getByRole('button', { name: `Revoke the invitation of never-${email}` }).click();
  await dialog(`Revoke the invitation of never-${email}?`).getByRole('button', { name: 'Revoke' }).click();
  await row(admin, 'Invitations', `never-${email}`).waitFor({ state: 'detached' });

  // A role with two permissions, ticked in the matrix by keyboard.
  await open(admin, 'Roles');
  await admin.getByRole('button', { name: 'Create a role' }).click();
  await dialog('Create a role').getByLabel('Name').fill(roleName);
  await dialog('Create a role').getByLabel('What it is for').fill('Looks people up');
  await dialog('Create a role').getByRole('button', { name: 'Create', exact: true }).click();
  const permission = (resource, action) => dialog(roleName).getByRole('group', { name: resource, exact: true }).getByLabel(action, { exact: true });
  for (const resource of ['user', 'role']) {
    await permission(resource, 'read').focus();
    await admin.keyboard.press('Space');
  }
  await dialog(roleName).getByText('2 to be added.').waitFor();
  await judge(admin, 'roles');
  await dialog(roleName).getByRole('button', { name: 'Save permissions' }).click();
  await dialog(roleName).getByText('Nothing changed yet.').waitFor();
  await dialog(roleName).getByRole('button', { name: 'Close' }).click();
  await admin.getByRole('button', { name: roleName }).click();
  await permission('user', 'read').waitFor();
  assert.ok((await permission('user', 'read').isChecked()) && (await permission('role', 'read').isChecked()), 'the permissions are kept');
  assert.equal(await dialog(roleName).getByRole('checkbox', { checked: true }).count(), 3, 'and no others, beside “In use”');
  await dialog(roleName).getByRole('button', { name: 'Close' }).click();

  // The person is in the list and gets the role.
  await open(admin, 'People');
  await admin.getByLabel('Search by email or username').fill(email);
  await admin.getByRole('button', { name: email }).click();
  await dialog(email).getByLabel(roleName).check();
  await dialog(email).getByRole('button', { name: 'Save roles' }).click();
  await dialog(email).getByText('user:read', { exact: true }).waitFor();
  for (const role of ['Viewer', 'User']) {
    await dialog(email).getByLabel('On this server').selectOption(role);
    await dialog(`Change the role of ${email} to ${role}?`).getByRole('button', { name: 'Change the role' }).click();
    await dialog(`Change the role of ${email} to ${role}?`).waitFor({ state: 'detached' });
    await dialog(email).getByLabel('On this server').locator('option:checked', { hasText: role }).waitFor({ state: 'attached' });
  }
  await judge(admin, 'people');
  await dialog(email).getByRole('button', { name: 'Close' }).click();

  // A service key works until it is revoked.
  await open(admin, 'Service keys');
  await admin.getByRole('button', { name: 'Create a key' }).click();
  await dialog('Create a key').getByLabel('Name').fill(keyName);
  await dialog('Create a key').getByLabel('Ends').selectOption('In 30 days');
  await dialog('Create a key').getByRole('button', { name: 'Create', exact: true }).click();
  const made = dialog('The key is ready');
  await made.getByRole('button', { name: 'Copy: Service key' }).click();
  await made.getByText('Copied', { exact: true }).waitFor();
  const key = await admin.evaluate(() => navigator.clipboard.readText());
  assert.ok((await made.getByText(/^curl/).innerText()).includes(key), 'the example has the key');
  const ask = () => fetch(`${server}/auth/tools?user_id=${email}`, { headers: { 'x-api-key': key } });
  assert.equal((await ask()).status, 200);
  await made.getByRole('button', { name: 'I have copied it' }).click();
  await row(admin, 'Service keys', keyName).getByText('Active').waitFor();
  await judge(admin, 'keys');
  await admin.getByRole('button', { name: `Revoke ${keyName}` }).click();
  await dialog(`Revoke ${keyName}?`).getByLabel(`Type ${keyName} to confirm`).fill(keyName);
  await dialog(`Revoke ${keyName}?`).getByRole('button', { name: 'Revoke' }).click();
  await row(admin, 'Service keys', keyName).getByText('Revoked').waitFor();
  await admin.waitForTimeout(1_500);
  assert.equal((await ask()).status, 401, 'a revoked key is refused');

  // A setting is reviewed before it is saved, and stands in the history; then it is put back.
  await open(admin, 'Settings');
  const siteName = admin.getByLabel('Name of the site');
  const before = await siteName.inputValue();
  for (const value of [`Site ${unique}`, before]) {
    await siteName.fill(value);
    await admin.getByRole('button', { name: 'Review the changes' }).click();
    await dialog('Save these changes?').getByRole('row').filter({ hasText: value }).waitFor();
    await dialog('Save these changes?').getByRole('button', { name: 'Save' }).click();
    await dialog('Save these changes?').waitFor({ state: 'detached' });
  }
  await admin.getByRole('table', { name: 'History' }).getByRole('button', { name: 'Name of the site' }).first().click();
  await dialog('What was changed').getByText(`Site ${unique}`).waitFor();
  await dialog('What was changed').getByRole('button', { name: 'Close' }).click();
  await admin.getByRole('button', { name: 'Keep the current settings' }).click();
  await dialog('Keep the current settings').getByLabel('Name').fill(`Profile ${unique}`);
  await dialog('Keep the current settings').getByRole('button', { name: 'Create', exact: true }).click();
  await admin.getByRole('button', { name: `Apply Profile ${unique}` }).click();
  await dialog(`Apply Profile ${unique}?`).getByText('The settings are already as the profile has them.').waitFor();
  await dialog(`Apply Profile ${unique}?`).getByRole('button', { name: 'Cancel' }).click();
  await judge(admin, 'settings');
  await admin.getByRole('button', { name: `Delete Profile ${unique}` }).click();
  await dialog(`Delete Profile ${unique}?`).getByLabel(/^Type/).fill(`Profile ${unique}`);
  await dialog(`Delete Profile ${unique}?`).getByRole('button', { name: 'Delete' }).click();
  await admin.getByRole('button', { name: `Delete Profile ${unique}` }).waitFor({ state: 'detached' });

  // What a form is refused for is said at its field.
  await siteName.fill(before);
  await admin.getByLabel('Time zone').fill('Nowhere/At all');
  await admin.getByRole('button', { name: 'Review the changes' }).click();
  await dialog('Save these changes?').getByRole('button', { name: 'Save' }).click();
  await admin.getByRole('alert').filter({ hasText: 'timezone' }).waitFor();

  // The audit log tells of all that.
  await open(admin, 'Audit');
  for (const [action, title, fact] of [
    ['service_key_created', 'Created a service key', keyName],
    ['role_created', 'Created a role', roleName],
    ['role_permissions_assigned', 'Set a role’s permissions', 'permission ids'],
    ['user_roles_assigned', 'Gave roles to a user', email],
    ['invitation_created', 'Invited a person', email],
    ['config_updated', 'Changed the settings', before],
  ]) {
    await admin.getByLabel('Action').selectOption(action);
    await admin.waitForURL((url) => url.searchParams.get('action') === action);
    await admin.getByRole('table', { name: 'Audit' }).getByRole('button', { name: title }).first().click();
    await dialog(title).getByText(fact).first().waitFor();
    if (action === 'config_updated') await judge(admin, 'audit');
    await dialog(title).getByRole('button', { name: 'Close' }).click();
  }
  const [file] = await Promise.all([admin.waitForEvent('download'), admin.getByRole('button', { name: 'Download as CSV' }).click()]);
  assert.match(file.suggestedFilename(), /\.csv$/);
  await admin.getByRole('button', { name: 'Clear the filters' }).click();
  await admin.getByLabel('Person').fill(email);
  await admin.waitForURL((url) => url.searchParams.has('user'));
  await admin.getByRole('table', { name: 'Audit' }).getByRole('button').first().waitFor();

  await open(admin, 'Modules');
  await admin.getByLabel('Search').fill('mock');
  await admin.getByRole('button', { name: 'Open Mock services' }).click();
  await dialog('Mock services').getByLabel('Your rating').selectOption('4 stars');
  await dialog('Mock services').getByRole('button', { name: 'Save' }).last().click();
  await dialog('Mock services').getByText('4.0 of 5').waitFor();
  await judge(admin, 'module');
  await dialog('Mock services').getByRole('button', { name: 'Take my rating back' }).click();
  await dialog('Mock services').getByText('No rating yet').waitFor();
  await dialog('Mock services').getByRole('button', { name: 'Close' }).click();
  await admin.getByLabel('Search').fill('');
  await judge(admin, 'modules');

  await open(admin, 'Status');
  await admin.getByText('Healthy').waitFor();
  await row(admin, 'Nodes', 'answers you').waitFor();
  await admin.getByRole('img', { name: 'Processors and memory in percent' }).waitFor({ timeout: 30_000 });
  await judge(admin, 'status');

  // Another login session ends, and its browser is asked to sign in. Its name tells it from what else is signed in.
  const other = await person({ userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' });
  await signIn(other);
  await admin.getByLabel(/^Account:/).click();
  await admin.getByRole('link', { name: 'Account' }).click();
  await admin.getByRole('button', { name: 'End the session of Firefox, Linux, begun just now' }).first().click();
  await admin.getByText('The login session was ended.').waitFor();
  await other.goto(`${server}/app/account`);
  await other.getByRole('heading', { name: 'Sign in' }).waitFor();
  await judge(admin, 'account');

  // The new person signs in, and sees what is theirs alone.
  await signIn(grace, email, password);
  const menu = grace.getByRole('navigation', { name: 'Pages' });
  for (const title of ['People', 'Roles', 'Audit', 'Service keys', 'Settings', 'Modules', 'Status']) {
    assert.equal(await menu.getByRole('link', { name: title, exact: true }).count(), 0, `${title} is for admins`);
  }
  await grace.goto(`${server}/app/audit`);
  await grace.getByRole('heading', { name: 'This is not yours to see' }).waitFor();
  await grace.goto(`${server}/app/settings`);
  await grace.getByRole('heading', { name: 'This is not yours to see' }).waitFor();

  // A new password has to follow the policy; one that does ends the session.
  await grace.goto(`${server}/app/account`);
  await grace.getByLabel('First name').fill('Grace');
  await grace.getByRole('button', { name: 'Save' }).click();
  await grace.getByText('Your profile was saved.').waitFor();
  const change = async (next) => {
    await grace.getByLabel('Current password').fill(password);
    await grace.getByLabel('New password', { exact: true }).fill(next);
    await grace.getByLabel('New password once more').fill(next);
    await grace.getByRole('button', { name: 'Change the password' }).click();
  };
  await change('short');
  await grace.getByRole('alert').waitFor();
  await change(`${password} again`);
  await grace.getByRole('heading', { name: 'Sign in' }).waitFor();

  // What was made is taken away again.
  await open(admin, 'People');
  await admin.getByLabel('Search by email or username').fill(email);
  await admin.getByRole('button', { name: email }).click();
  await dialog(email).getByLabel(roleName).uncheck();
  await dialog(email).getByRole('button', { name: 'Save roles' }).click();
  await admin.getByText('The roles were saved', { exact: false }).first().waitFor();
  await dialog(email).getByRole('button', { name: 'Deactivate' }).click();
  await dialog(`Deactivate ${email}?`).getByRole('button', { name: 'Deactivate' }).click();
  await dialog(`Deactivate ${email}?`).waitFor({ state: 'detached' });
  await dialog(email).getByText('Deactivated', { exact: true }).waitFor();
  await dialog(email).getByRole('button', { name: 'Close' }).click();
  await open(admin, 'Roles');
  await admin.getByRole('button', { name: roleName }).click();
  await dialog(roleName).getByRole('button', { name: 'Delete the role' }).click();
  await dialog(`Delete ${roleName}?`).getByLabel(/^Type/).fill(roleName);
  await dialog(`Delete ${roleName}?`).getByRole('button', { name: 'Delete' }).click();
  await admin.getByRole('button', { name: roleName }).waitFor({ state: 'detached' });
});
