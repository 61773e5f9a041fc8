// node docs-page.mjs SERVER, with the access token of a user in TOKEN.
import { withPage } from './chromium.mjs';

const [server] = process.argv.slice(2);

const report = await withPage(async page => {
  await page.goto(`${server}/docs`);
  const surfaces = [];
  const definitions = page.locator('.topbar select');
  for (const path of await definitions.locator('option').evaluateAll(options => options.map(option => option.value))) {
    const document = await (await fetch(new URL(path, server))).json();
    await definitions.selectOption(path);
    await page.locator('.info .title', { hasText: document.info.title }).waitFor();
    const documented = Object.values(document.paths).reduce((sum, item) => sum + Object.keys(item).filter(key => key !== 'parameters').length, 0);
    surfaces.push({ title: document.info.title, documented, shown: await page.locator('.opblock').count() });
  }

  await definitions.selectOption('/openapi/modulex.json');
  await page.locator('.info .title', { hasText: 'ModuleX, modulex' }).waitFor();
  await page.locator('button.authorize').first().click();
  const bearer = page.locator('.auth-container', { hasText: 'http, Bearer' });
  await bearer.locator('input').fill(process.env.TOKEN);
  await bearer.locator('button.authorize').click();
  await page.locator('.auth-btn-wrapper .btn-done').first().click();

  const operation = page.locator('.opblock', { has: page.locator('[data-path="/api/auth/me"]') });
  await operation.locator('.opblock-summary-control').click();
  await operation.locator('.try-out__btn').click();
  await operation.locator('.execute').click();
  const answer = operation.locator('.live-responses-table');
  await answer.waitFor();
  const status = Number.parseInt(await answer.locator('tbody .response-col_status').first().innerText());
  return { surfaces, tried: { status, answer: await answer.locator('tbody').innerText() } };
});

console.log(JSON.stringify(report));
