import { ModuleX } from '@modulex/client';

const modulex = new ModuleX({ baseUrl: process.env['MODULEX_URL'] ?? 'http://localhost:8000' });
const user = await modulex.login('admin@example.com', 'admin123');

const { organizations } = await modulex.modulex.auth.myOrganizations();
console.log(`${user.email} belongs to ${organizations.map(({ name }) => name).join(', ')}`);

const { modules } = await modulex.platform.modules.list();
console.log(`${modules.length} tools are installed`);
