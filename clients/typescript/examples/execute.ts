import { ModuleX } from '@modulex/client';

const modulex = new ModuleX({ baseUrl: 'http://localhost:8000' }); // In another organization than one's home: organization: '...'.
await modulex.login('admin@example.com', 'admin123');
await modulex.modulex.auth.connectManually({ tool_name: 'mock', credentials: { api_key: 'anything' } });

const grace = { email: `grace-${Date.now()}@example.com`, name: 'Grace' };

// One try. When the answer is lost, it is not known whether it was done.
await modulex.execute('mock', 'list_users');

// Up to three tries with a key that is made for them; done once, however many of them arrive.
await modulex.execute('mock', 'create_user', grace, { retries: 2 });

// A key of your own also holds across a restart of your program, for 24 hours.
const order = { ...grace, email: `order-4711-${grace.email}` };
const first = await modulex.execute('mock', 'create_user', order, { idempotencyKey: `order-4711-${grace.email}` });
const again = await modulex.execute('mock', 'create_user', order, { idempotencyKey: `order-4711-${grace.email}` });
console.log(JSON.stringify(first) === JSON.stringify(again));
