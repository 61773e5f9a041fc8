import { ModuleXError } from '../src/index.js';
import { administrator } from './scene.js';

/** The default organization has the tool `mock`. */
export default async function setup(): Promise<void> {
  const modulex = await administrator();
  const { organizations } = await modulex.modulex.auth.myOrganizations();
  try {
    await modulex.modulex.integrations.install({ tool_name: 'mock' }, { organization: organizations[0]!.id });
  } catch (error) {
    if (!(error instanceof ModuleXError) || error.status !== 409) throw error;
  }
}
