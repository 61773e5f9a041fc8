import { ModuleX } from '@modulex/client';
import WebSocket from 'ws'; // Browsers and Node from 22 on need no package: leave the option out.

const modulex = new ModuleX({ baseUrl: 'http://localhost:8000' });
await modulex.login('admin@example.com', 'admin123');

const events = modulex.events({ WebSocket, onOpen: (again) => again && console.log('Something may have been missed: read the status and the activity') });
events.on('preference', ({ data }) => console.log(`${data.preference.key} is ${data.preference.value}`));

for await (const event of events) {
  if (event.type === 'status_update') await modulex.platform.preferences.set({ theme: 'dark' });
  if (event.type === 'preference') events.close();
}
await modulex.logout();
