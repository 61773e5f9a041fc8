/** What a program of the organization would send. The key is named, never written. */
export interface Snippet {
  server: string;
  body: Record<string, unknown>;
}

interface Words {
  true: string;
  false: string;
  null: string;
  key: (name: string) => string;
  indent: string;
}

const python: Words = { true: 'True', false: 'False', null: 'None', key: JSON.stringify, indent: '    ' };
const script: Words = { true: 'true', false: 'false', null: 'null', key: (name) => (/^[a-z_$][\w$]*$/i.test(name) ? name : JSON.stringify(name)), indent: '  ' };

/** A value as a language writes it. Strings of JSON are strings of all of them. */
function literalOf(value: unknown, words: Words, before = ''): string {
  const inner = before + words.indent;
  const block = (open: string, lines: readonly string[], close: string) =>
    lines.length === 0 ? open + close : `${open}\n${lines.map((line) => `${inner}${line},\n`).join('')}${before}${close}`;
  if (value === null || value === undefined) return words.null;
  if (typeof value === 'boolean') return value ? words.true : words.false;
  if (Array.isArray(value)) return block('[', value.map((item) => literalOf(item, words, inner)), ']');
  if (typeof value === 'object') return block('{', Object.entries(value).map(([name, item]) => `${words.key(name)}: ${literalOf(item, words, inner)}`), '}');
  return JSON.stringify(value);
}

/** C# takes more characters for the end of a line than JSON does. */
const jsonOf = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(/[\u0085\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`);

const indented = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);

export const snippets = {
  curl: ({ server, body }: Snippet) =>
    [
      `curl ${server}/v1/runs \\`,
      '  -H "X-API-Key: $MODULEX_KEY" \\',
      "  -H 'Content-Type: application/json' \\",
      // A quote ends the shell's string, stands by itself, and begins it again.
      `  -d '${jsonOf(body).replaceAll("'", "'\\''")}'`,
    ].join('\n'),

  typescript: ({ server, body }: Snippet) =>
    [
      "import { ModuleX } from '@modulex/client';",
      '',
      `const modulex = new ModuleX({ baseUrl: '${server}', apiKey: process.env.MODULEX_KEY! });`,
      '',
      `const { result } = await modulex.v1.runs.create(${literalOf(body, script)});`,
      'console.log(result);',
    ].join('\n'),

  // JSON never has three quotes in a row, which would end a raw string.
  csharp: ({ server, body }: Snippet) =>
    [
      'using System.Text;',
      '',
      `using var client = new HttpClient { BaseAddress = new Uri("${server}") };`,
      'client.DefaultRequestHeaders.Add("X-API-Key", Environment.GetEnvironmentVariable("MODULEX_KEY"));',
      '',
      'const string run = """',
      `    ${indented(jsonOf(body), '    ')}`,
      '    """;',
      'using var response = await client.PostAsync("/v1/runs", new StringContent(run, Encoding.UTF8, "application/json"));',
      'response.EnsureSuccessStatusCode();',
      'Console.WriteLine(await response.Content.ReadAsStringAsync());',
    ].join('\n'),

  python: ({ server, body }: Snippet) =>
    [
      'import os',
      'import requests',
      '',
      'response = requests.post(',
      `    "${server}/v1/runs",`,
      '    headers={"X-API-Key": os.environ["MODULEX_KEY"]},',
      `    json=${literalOf(body, python, '    ')},`,
      '    timeout=60,',
      ')',
      'response.raise_for_status()',
      'print(response.json()["result"])',
    ].join('\n'),
};
