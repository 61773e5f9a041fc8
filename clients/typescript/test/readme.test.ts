import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';

const folder = new URL('../examples/', import.meta.url);
const files = readdirSync(folder);
const textOf = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

test('the code in the README is that of the examples', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const blocks = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code);

  expect(blocks.sort()).toEqual(files.map(textOf).sort());
});

test.each([
  ['first-call.ts', [/^admin@example\.com is in .+/, /^\d+ tools are installed$/]],
  ['tokens.ts', [/^admin@example\.com$/]],
  ['execute.ts', [/^true$/]],
  ['service.ts', [/^\d+ functions for the model/]],
  ['events.ts', [/^theme is dark$/]],
  ['errors.ts', [/^\/email: .+/, /^modulex 422 VALIDATION_ERROR undefined$/]],
])('%s runs and says what it does', async (file, lines) => {
  const said: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((...words: unknown[]) => void said.push(words.map(String).join(' ')));

  await import(new URL(file, folder).href);

  for (const line of lines) expect(said).toContainEqual(expect.stringMatching(line));
});

test('every example is run', () => expect(files).toHaveLength(6));
