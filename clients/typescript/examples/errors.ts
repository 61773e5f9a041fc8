import { ModuleX, ModuleXError } from '@modulex/client';

const modulex = new ModuleX({ baseUrl: 'http://localhost:8000' });

try {
  await modulex.register({ email: 'no address', password: 'short' });
} catch (error) {
  if (!(error instanceof ModuleXError)) throw error;
  for (const { pointer, message } of error.problems) console.log(`${pointer}: ${message}`);
  console.log(error.surface, error.status, error.code, error.retryAfter);
}
