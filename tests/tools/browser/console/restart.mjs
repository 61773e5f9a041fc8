// With NODES, the addresses of a cluster's nodes as JSON: SERVER is where this program listens and hands connections on to whichever node takes them, as a load
// balancer does. It writes SHOTS/watching once a page is open, looks on until there is SHOTS/stop, and fails if the page showed an error meanwhile.
import { access, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { play } from './scene.mjs';

const [server, shots] = process.argv.slice(2);
const nodes = JSON.parse(process.env.NODES).map((address) => new URL(address));
let turn = 0;

/** Connects to the next node that takes connections. */
function handOn(client, tries = nodes.length) {
  const { hostname, port } = nodes[turn++ % nodes.length];
  const node = connect(Number(port), hostname);
  node.once('connect', () => {
    client.pipe(node).pipe(client);
    client.on('error', () => node.destroy());
    node.on('error', () => client.destroy());
    node.on('close', () => client.destroy());
    client.on('close', () => node.destroy());
  });
  node.once('error', () => (tries > 1 ? handOn(client, tries - 1) : client.destroy()));
}

const relay = createServer((client) => {
  client.on('error', () => undefined);
  handOn(client);
});
await new Promise((resolve) => relay.listen(Number(new URL(server).port), '127.0.0.1', resolve));

await play(async ({ person, signIn, open, assert }) => {
  const page = await person();
  await signIn(page);
  // Whatever says that something went wrong, however shortly.
  await page.evaluate(() => {
    window.wrongs = [];
    new MutationObserver(() => {
      for (const shown of document.querySelectorAll('[role=alert], .toast.bad')) window.wrongs.push(shown.textContent);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await open(page, 'Runs');
  await page.getByText('Live', { exact: true }).waitFor();
  await writeFile(path.join(shots, 'watching'), '');
  const isOver = () => access(path.join(shots, 'stop')).then(() => true, () => false);
  let visits = 0;
  while (!(await isOver())) {
    for (const title of ['Connections', 'Tools', 'Runs']) {
      await open(page, title);
      await page.waitForTimeout(300);
    }
    visits++;
  }
  assert.ok(visits > 3, 'the page was looked at too shortly');
  await page.getByText('Live', { exact: true }).waitFor({ timeout: 40_000 });
  assert.deepEqual(await page.evaluate(() => [...new Set(window.wrongs)]), []);
});
relay.close();
process.exit(0);
