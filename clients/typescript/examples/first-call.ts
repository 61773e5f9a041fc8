import { ModuleX } from '@modulex/client';

const modulex = new ModuleX({ baseUrl: 'http://localhost:8000' });
const user = await modulex.login('admin@example.com', 'admin123');

const { organizations } = await modulex.modulex.auth.myOrganizations();
const { modules } = await modulex.platform.modules.list();

console.log(`${user.email} is in ${organizations.map(({ name }) => name).join(', ')}`);
console.log(`${modules.length} tools are installed`);
