import { ModuleX } from '@modulex/client';

const modulex = new ModuleX({ baseUrl: 'http://localhost:8000', ...(process.env['MODULEX_API_KEY'] && { apiKey: process.env['MODULEX_API_KEY'] }) });
const ada = { user_id: 'ada' };

await modulex.simple.auth.connectManually({ ...ada, tool_name: 'mock', credentials: { api_key: 'anything' } });
const functions = await modulex.simple.tools.listFunctions({ ...ada, format: 'openai' });
const { result } = await modulex.simple.tools.execute('mock', { action: 'list_users' }, ada);

console.log(`${functions.length} functions for the model; the tool answered ${typeof result}`);
