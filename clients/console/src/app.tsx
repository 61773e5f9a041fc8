import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Live } from './live';
import { Empty, Loading } from './parts/states';
import { Shell } from './shell';
import { common } from './texts/common';

/** Each page is a file of its own, so that the first load has what the first page needs. */
const page = <Name extends string>(load: () => Promise<Record<Name, React.ComponentType>>, name: Name) => lazy(async () => ({ default: (await load())[name] }));

const Home = page(() => import('./pages/home'), 'HomePage');
const Tools = page(() => import('./pages/tools'), 'ToolsPage');
const Tool = page(() => import('./pages/tool'), 'ToolPage');
const Connections = page(() => import('./pages/connections'), 'ConnectionsPage');
const Playground = page(() => import('./pages/playground'), 'PlaygroundPage');
const Runs = page(() => import('./pages/runs'), 'RunsPage');
const Webhooks = page(() => import('./pages/webhooks'), 'WebhooksPage');
const Webhook = page(() => import('./pages/webhook'), 'WebhookPage');
const Analytics = page(() => import('./pages/analytics'), 'AnalyticsPage');
const Audit = page(() => import('./pages/audit'), 'AuditPage');
const People = page(() => import('./pages/people'), 'PeoplePage');
const Roles = page(() => import('./pages/roles'), 'RolesPage');
const Keys = page(() => import('./pages/keys'), 'KeysPage');
const Settings = page(() => import('./pages/settings'), 'SettingsPage');
const Modules = page(() => import('./pages/modules'), 'ModulesPage');
const Status = page(() => import('./pages/status'), 'StatusPage');
const Account = page(() => import('./pages/account'), 'AccountPage');

export function App() {
  return (
    <Live>
      <Shell>
        <Suspense fallback={<Loading />}>
          <Routes>
            <Route path="/" element={<Home />} />
            <Route path="/tools" element={<Tools />} />
            <Route path="/tools/:name" element={<Tool />} />
            <Route path="/connections" element={<Connections />} />
            <Route path="/playground" element={<Playground />} />
            <Route path="/runs" element={<Runs />} />
            <Route path="/webhooks" element={<Webhooks />} />
            <Route path="/webhooks/:id" element={<Webhook />} />
            <Route path="/analytics" element={<Analytics />} />
            <Route path="/audit" element={<Audit />} />
            <Route path="/people" element={<People />} />
            <Route path="/roles" element={<Roles />} />
            <Route path="/keys" element={<Keys />} />
            <Route path="/settings" element={<Settings />} />
            <Route path="/modules" element={<Modules />} />
            <Route path="/status" element={<Status />} />
            <Route path="/account" element={<Account />} />
            <Route path="*" element={<Empty title={common.notFoundTitle}>{common.notFound}</Empty>} />
          </Routes>
        </Suspense>
      </Shell>
    </Live>
  );
}
