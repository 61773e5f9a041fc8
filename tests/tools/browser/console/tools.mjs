// A developer finds a tool, connects it twice, runs its actions in the playground, and switches one off.
import { play } from './scene.mjs';

/** Names of this run: the server may have connections of others. */
const mark = Date.now().toString(36);

await play(async ({ person, signIn, judge, open, assert, server }) => {
  const page = await person();
  await signIn(page);

  /** What the person does in the window that a click opened. */
  async function inWindow(click) {
    const [popup] = await Promise.all([page.waitForEvent('popup'), click()]);
    await popup.waitForURL(/\/connect\//);
    const email = popup.getByLabel('E-mail address');
    await email.or(popup.getByRole('button', { name: /^Continue/ })).first().waitFor();
    // Where the pages have another origin than the console they ask for a sign-in of their own.
    if (await email.isVisible()) {
      await email.fill(process.env.EMAIL);
      await popup.getByLabel('Password').fill(process.env.PASSWORD);
      await popup.getByRole('button', { name: 'Sign in', exact: true }).click();
    }
    await popup.getByRole('button', { name: /^Continue/ }).click();
    await popup.getByLabel('Key').fill(`key-${mark}`);
    const closed = popup.waitForEvent('close');
    await popup.getByRole('button', { name: /^Connect/ }).click();
    await closed;
  }

  const saidToast = (text) => page.getByRole('status').getByText(text).last().waitFor();
  const dialog = (name) => page.getByRole('dialog', { name });

  /** Connects the tool, under a name of its own where an account is there already; tells the account's name. */
  async function connect(button, name) {
    await button.click();
    const further = dialog('Connect another account');
    await dialog('Connect a tool').or(further).waitFor();
    const label = page.getByLabel('A name for this account');
    await page.getByRole('dialog').getByRole('button', { name: 'Connect', exact: true }).and(page.locator(':enabled')).waitFor();
    if (await label.isVisible()) await label.fill(name);
    await inWindow(() => page.getByRole('dialog').getByRole('button', { name: 'Connect', exact: true }).click());
    await saidToast('Mock services is connected');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  /** Deletes the connection whose drawer is open. */
  async function remove(name) {
    await dialog(name).getByRole('button', { name: 'Delete this connection' }).click();
    await page.getByLabel(`Type ${name} to confirm`).fill(name);
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('button', { name: `Mock services: ${name}` }).waitFor({ state: 'detached' });
  }

  // The tool is found, and opened.
  await open(page, 'Tools');
  await page.getByRole('searchbox', { name: 'Search' }).fill('mock users');
  await page.getByText(/^1 of \d+ tools$/).waitFor();
  await page.getByRole('searchbox', { name: 'Search' }).fill('nothing has this name');
  await page.getByRole('heading', { name: 'No tool fits' }).waitFor();
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByLabel('Show').selectOption('Installed');
  assert.match(page.url(), /show=installed/);
  await page.getByRole('list', { name: 'Tools' }).getByRole('link', { name: 'Mock services' }).waitFor();
  await page.getByLabel('Show').selectOption('All');
  await judge(page, 'tools');
  await page.getByRole('link', { name: 'Mock services' }).click();
  await page.getByRole('heading', { level: 1, name: 'Mock services' }).waitFor();

  // What an action takes.
  await page.getByLabel('Find an action').fill('create user');
  await page.getByText('3 parameters').click();
  const parameters = page.getByRole('region', { name: 'Parameters of create_user' });
  await parameters.getByRole('cell', { name: 'email required' }).waitFor();
  await parameters.getByText('active, inactive, suspended').waitFor();
  await page.getByLabel('Find an action').fill('');

  // It is connected through the window. A server where it was connected before has another account afterwards.
  const first = `First ${mark}`;
  await connect(page.getByRole('main').getByRole('button', { name: /^Connect( another account)?$/ }), first);
  await page.getByText('Connected', { exact: true }).waitFor();

  // list_users runs, and answers.
  await page.getByRole('link', { name: 'Try it: list_users' }).click();
  await page.getByRole('heading', { level: 1, name: 'Playground' }).waitFor();
  await page.getByText('This action takes no input.').waitFor();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByText('Done', { exact: true }).waitFor();
  assert.ok(Array.isArray(JSON.parse(await page.getByRole('region', { name: 'The result as JSON' }).innerText())), 'list_users answers a list');
  await page.getByRole('link', { name: 'Open its record' }).waitFor();

  // What is wrong stands at the fields; what is right is created, as a form and as JSON.
  await page.getByLabel('Action', { exact: true }).selectOption('create_user');
  await page.getByLabel('email (required)').fill(`${mark}@example.com`);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByText('invalid_parameters').waitFor();
  assert.equal(await page.getByLabel('name (required)').getAttribute('aria-invalid'), 'true');
  await judge(page, 'playground-refused');
  await page.getByRole('button', { name: 'As JSON' }).click();
  await page.getByLabel('Arguments as JSON').fill('{ "email": ');
  await page.getByText('This must be a JSON object.').waitFor();
  await page.getByLabel('Arguments as JSON').fill(JSON.stringify({ email: `${mark}@example.com`, name: "Grace O'Hara" }));
  await page.getByRole('button', { name: 'As a form' }).click();
  assert.equal(await page.getByLabel('name (required)').inputValue(), "Grace O'Hara");
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('region', { name: 'The result as JSON' }).getByText(`${mark}@example.com`).waitFor();
  for (const [language, text] of [['Python', 'requests.post('], ['C#', 'PostAsync'], ['TypeScript', 'modulex.v1.runs.create'], ['curl', "Grace O'\\''Hara"]]) {
    await page.getByRole('navigation', { name: 'Language' }).getByRole('button', { name: language }).click();
    await page.getByRole('region', { name: 'Code for this run' }).getByText(text).waitFor();
  }
  await judge(page, 'playground');

  // A preview sends nothing; a server that can't do it says so.
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByText(/Nothing was sent/).waitFor();

  // An action that is switched off is refused, and runs again afterwards.
  await open(page, 'Tools');
  await page.getByRole('link', { name: 'Mock services' }).click();
  const off = page.getByRole('switch', { name: 'Action get_health' });
  await off.click();
  await page.getByText('Switched off', { exact: true }).waitFor();
  await judge(page, 'tool');
  await page.getByRole('link', { name: 'Try it: get_health' }).click();
  await page.getByText('This action is switched off for the account.').waitFor();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByText('action_disabled').waitFor();
  await page.goBack();
  await off.click();
  await page.getByText('Switched off', { exact: true }).waitFor({ state: 'detached' });

  // A second account is connected, runs, and is deleted.
  const second = `Second ${mark}`;
  await connect(page.getByRole('button', { name: 'Connect another account' }), second);
  await open(page, 'Playground');
  await page.getByLabel('Tool', { exact: true }).selectOption('Mock services');
  await page.getByLabel('Account', { exact: true }).selectOption(second);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByText('Done', { exact: true }).waitFor();
  await page.getByRole('region', { name: 'Code for this run' }).getByText(`"account": "second-${mark}"`).waitFor();
  await open(page, 'Connections');
  await judge(page, 'connections');
  await page.getByRole('button', { name: `Mock services: ${second}` }).click();
  const drawer = dialog(second);
  await drawer.getByRole('button', { name: 'Check now' }).click();
  await saidToast('The service accepts this connection');
  await judge(page, 'connection');
  const renamed = `Renamed ${mark}`;
  await drawer.getByLabel('Name').fill(renamed);
  await drawer.getByRole('button', { name: 'Save' }).click();
  await dialog(renamed).getByRole('button', { name: 'Delete this connection' }).click();
  const question = dialog(`Delete the connection “${renamed}”?`);
  const confirm = question.getByRole('button', { name: 'Delete', exact: true });
  assert.ok(await confirm.isDisabled(), 'The name has to be typed first');
  await question.getByLabel(`Type ${renamed} to confirm`).fill(renamed);
  await confirm.click();
  await saidToast('The connection is deleted');
  await page.getByRole('button', { name: `Mock services: ${renamed}` }).waitFor({ state: 'detached' });

  // An account is shared with those who have a role.
  const shared = `Shared ${mark}`;
  await page.getByRole('button', { name: 'Share an account' }).click();
  await dialog('Share an account').getByLabel('Tool').selectOption('Mock services');
  await page.getByLabel('A name for it').fill(shared);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('api_key').fill(`key-${mark}`);
  await dialog('Share an account').getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('button', { name: `Mock services: ${shared}` }).click();
  await dialog(shared).getByText('Nobody may use it now.').waitFor();
  await dialog(shared).getByRole('group', { name: 'People with one of these roles' }).getByLabel('Member').check();
  await dialog(shared).getByText('Nobody may use it now.').waitFor({ state: 'detached' });
  await dialog(shared).getByRole('button', { name: 'Save' }).last().click();
  await saidToast('Saved. It counts within a second.');
  await judge(page, 'connection-shared');
  await remove(shared);

  // An account that this made beside others goes, too; the only one stays for whoever comes next.
  const beside = page.getByRole('button', { name: `Mock services: ${first}` });
  if (await beside.isVisible()) {
    await beside.click();
    await remove(first);
  }

  // A tool is installed, says where to come back to, and is uninstalled. Where others have installed it, it is left alone.
  await open(page, 'Tools');
  const install = page.getByRole('button', { name: 'Install GitHub' });
  await page.getByRole('link', { name: 'GitHub' }).waitFor();
  if (await install.isVisible()) {
    await install.click();
    await dialog('Install GitHub').getByLabel('GITHUB_CLIENT_ID').fill(mark);
    await judge(page, 'install');
    await dialog('Install GitHub').getByRole('button', { name: 'Install' }).click();
    await install.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'GitHub' }).click();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByText(`${server}/auth/callback/github`).waitFor();
    await page.getByText('A required value is missing').waitFor();
    await page.getByLabel('GITHUB_CLIENT_SECRET').fill(`secret-${mark}`);
    await page.getByRole('button', { name: 'Save values' }).click();
    await page.getByText('Everything required is there').waitFor();
    await page.getByLabel('Configuration as JSON').fill('{ "team": "blue" }');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await saidToast('The configuration is saved');
    await judge(page, 'tool-settings');
    await page.getByRole('button', { name: 'Uninstall' }).click();
    await page.getByLabel('Type github to confirm').fill('github');
    await dialog('Uninstall GitHub?').getByRole('button', { name: 'Uninstall' }).click();
    await page.getByText('This tool is not installed for your organization.').waitFor();
  }

  // A tool that is not there.
  await page.goto(`${server}/app/tools/unknown-${mark}`);
  await page.getByRole('heading', { name: 'There is no such tool' }).waitFor();
});
