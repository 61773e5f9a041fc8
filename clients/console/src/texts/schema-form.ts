export const schemaForm = {
  byDefault: (value: string) => `Default: ${value}`,
  oneOf: (words: readonly string[]) => `Each is one of ${words.join(', ')}.`,
  lines: 'One on each line.',
  json: 'As JSON.',
  wrongJson: 'This is not JSON yet.',
};
