import { useQuery } from '@tanstack/react-query';
import type { MarketplaceModuleResponse, ModuleResponse } from '@modulex/client/generated/platform';
import { api } from '../api';
import { useFilters } from '../parts/filters';
import { Button, SelectField, Switch, TextField } from '../parts/forms';
import { Avatar, Badge, Page } from '../parts/page';
import { given, numbered } from '../parts/pages';
import { useChange, useList } from '../parts/queries';
import { Empty, Loaded } from '../parts/states';
import { Listed } from '../parts/table';
import { useSession } from '../session';
import { common, navigation } from '../texts/common';
import { modules as texts } from '../texts/modules';
import { ModuleDrawer } from './module';
import './modules.css';

export interface Module {
  module: ModuleResponse;
  /** How it is used and liked. */
  offer: MarketplaceModuleResponse;
  isOn: boolean;
}

const pageSize = 100;

export function ModulesPage() {
  const [{ search, category, tag, state, module: opened }, change] = useFilters<'search' | 'category' | 'tag' | 'state' | 'module'>();
  const all = useQuery({ queryKey: ['modules', 'all'], queryFn: async ({ signal }) => (await api.platform.modules.list({ signal })).modules });
  const config = useQuery({ queryKey: ['settings', 'config'], queryFn: ({ signal }) => api.platform.config.get({ signal }) });
  const facets = useQuery({ queryKey: ['modules', 'facets'], queryFn: ({ signal }) => api.platform.marketplace.list({ per_page: 1 }, { signal }) });
  const offers = useList<MarketplaceModuleResponse>(
    ['modules', 'offers', search, category, tag],
    numbered(async (page, signal) => {
      const { modules } = await api.platform.marketplace.list(given({ search, category, tag, page, per_page: pageSize }), { signal });
      return { items: modules, hasNext: modules.length === pageSize };
    }),
  );
  const optionsOf = (words: readonly string[] = []) => [{ value: '', label: common.any }, ...words.map((word) => ({ value: word, label: word }))];
  return (
    <Page title={navigation.pages.modules} intro={texts.intro}>
      <div className="filters">
        <TextField label={texts.search} type="search" value={search ?? ''} onChange={(text) => change({ search: text })} />
        <SelectField label={texts.category} value={category ?? ''} onChange={(value) => change({ category: value })} options={optionsOf(facets.data?.categories)} />
        <SelectField label={texts.tag} value={tag ?? ''} onChange={(value) => change({ tag: value })} options={optionsOf(facets.data?.tags)} />
        <SelectField
          label={texts.state}
          value={state ?? ''}
          onChange={(value) => change({ state: value })}
          options={[{ value: '', label: common.any }, ...Object.entries(texts.states).map(([value, label]) => ({ value, label }))]}
        />
      </div>
      <Loaded query={config}>
        {({ config: { modules } }) => (
          <Loaded query={all}>
            {(known) => (
              <Listed query={offers} empty={<Nothing />}>
                {(rows) => {
                  const found = merged(rows, known, modules.disabled);
                  const shown = found.filter(({ module, isOn }) => !state || (state === 'off' ? module.status === 'installed' && !isOn : module.status === state));
                  return (
                    <>
                      {shown.length === 0 && <Nothing />}
                      <ul className="grid">
                        {shown.map((one) => (
                          <ModuleCard key={one.module.id} one={one} onOpen={() => change({ module: one.module.id })} />
                        ))}
                      </ul>
                      {opened && <OpenedModule one={found.find(({ module }) => module.id === opened)} onClose={() => change({ module: undefined })} />}
                    </>
                  );
                }}
              </Listed>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function merged(offers: readonly MarketplaceModuleResponse[], known: readonly ModuleResponse[], disabled: readonly string[]): Module[] {
  const moduleOf = new Map(known.map((module) => [module.id, module]));
  const isOff = new Set(disabled);
  return offers.flatMap((offer) => {
    const module = moduleOf.get(offer.id);
    return module ? [{ module, offer, isOn: module.status === 'installed' && !isOff.has(module.id) }] : [];
  });
}

const Nothing = () => <Empty title={texts.noneTitle}>{texts.none}</Empty>;

function OpenedModule({ one, onClose }: { one: Module | undefined; onClose: () => void }) {
  return one && <ModuleDrawer one={one} onClose={onClose} />;
}

const changed = [['modules'], ['settings'], ['status'], ['tools']];

function ModuleCard({ one: { module, offer, isOn }, onOpen }: { one: Module; onOpen: () => void }) {
  const { isViewer } = useSession();
  const install = useChange(() => api.platform.modules.install({ module_id: module.id }), { changes: changed, said: texts.installed(module.name) });
  const turn = useChange((enabled: boolean) => api.platform.modules.update(module.id, { enabled }), { changes: changed, said: isOn ? texts.switchedOff : texts.switchedOn });
  const isInstalled = module.status === 'installed';
  return (
    <li className="card module">
      <div className="module-head">
        <Avatar name={module.name} />
        <h2>
          <button type="button" className="link" aria-label={texts.openOf(module.name)} onClick={onOpen}>
            {module.name}
          </button>
        </h2>
        {isInstalled ? (
          <Switch label={texts.switchOf(module.name)} value={isOn} disabled={isViewer || turn.isPending} onChange={(next) => turn.mutate(next)} />
        ) : (
          !isViewer && (
            <Button aria-label={texts.installOf(module.name)} busy={install.isPending} onClick={() => install.mutate(undefined)}>
              {texts.install}
            </Button>
          )
        )}
      </div>
      <p className="quiet module-text">{module.description}</p>
      <p className="module-foot">
        <Badge tone={isOn ? 'good' : 'plain'}>{!isInstalled ? texts.states.available : isOn ? texts.states.installed : texts.states.off}</Badge>
        <span className="quiet">
          {[module.version, offer.downloads > 0 && texts.downloads(offer.downloads), offer.rating > 0 && texts.rating(offer.rating)].filter(Boolean).join(', ')}
        </span>
      </p>
    </li>
  );
}
