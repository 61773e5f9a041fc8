import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api';
import { ConfirmButton, Dialog } from '../parts/dialogs';
import { Button, CheckField, FormFailure, problemOf, SelectField, TextField } from '../parts/forms';
import { Facts } from '../parts/page';
import { useChange } from '../parts/queries';
import { useSession } from '../session';
import { common } from '../texts/common';
import { modules as texts } from '../texts/modules';
import type { Module } from './modules';

/** A module with everything that can be done to it. */
export function ModuleDrawer({ one: { module, offer }, onClose }: { one: Module; onClose: () => void }) {
  const { isViewer } = useSession();
  const isInstalled = module.status === 'installed';
  return (
    <Dialog kind="drawer" title={module.name} onClose={onClose}>
      <p>{module.description}</p>
      <Facts
        facts={[
          [texts.facts.id, <code>{module.id}</code>],
          [texts.facts.version, module.version],
          [texts.facts.newest, offer.latest_version],
          [texts.facts.author, module.author],
          [texts.facts.downloads, offer.downloads],
          [texts.facts.rating, offer.rating > 0 ? texts.rating(offer.rating) : texts.noRating],
          [texts.facts.needs, module.dependencies.join(', ') || common.none],
          [texts.facts.tags, offer.tags.join(', ') || common.none],
        ]}
      />
      {!isViewer && isInstalled && <ModuleSettings key={JSON.stringify(module.settings)} id={module.id} stored={module.settings} />}
      {!isViewer && <Rating id={module.id} />}
      {!isViewer && isInstalled && <Remove id={module.id} name={module.name} onRemoved={onClose} />}
    </Dialog>
  );
}

/** The manifest's variables make the form; what is stored beside them is shown, too. */
function ModuleSettings({ id, stored }: { id: string; stored: Readonly<Record<string, string>> }) {
  const [values, setValues] = useState(stored);
  const available = useQuery({ queryKey: ['tools', 'available'], queryFn: async ({ signal }) => (await api.documents.integrations.listAvailable({ signal })).tools });
  const save = useChange(
    () => {
      const names = [...new Set([...Object.keys(values), ...Object.keys(stored)])].filter((name) => (values[name] ?? '') !== (stored[name] ?? ''));
      return api.platform.modules.update(id, { settings: Object.fromEntries(names.map((name) => [name, values[name] || null])) });
    },
    { changes: [['modules']], said: texts.settingsSaved, isQuiet: true },
  );
  const variables = available.data?.find(({ name }) => name === id)?.environment_variables ?? [];
  const names = [...new Set([...variables.map(({ name }) => name), ...Object.keys(stored)])];
  const isChanged = names.some((name) => (values[name] ?? '') !== (stored[name] ?? ''));
  return (
    <>
      <h3>{texts.settings}</h3>
      {names.length === 0 ? (
        <p className="quiet">{texts.noSettings}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate(undefined);
          }}
        >
          <FormFailure error={save.error} />
          <p className="hint">{texts.settingsHint}</p>
          {names.map((name) => {
            const variable = variables.find((one) => one.name === name);
            const hint = [variable?.description, variable?.sample_format && texts.sample(variable.sample_format)].filter(Boolean).join(' ');
            return (
              <TextField
                key={name}
                label={name}
                {...(hint !== '' && { hint })}
                autoComplete="off"
                spellCheck={false}
                value={values[name] ?? ''}
                onChange={(text) => setValues({ ...values, [name]: text })}
                problem={problemOf(save.error, `/settings/${name}`)}
              />
            );
          })}
          <div className="buttons">
            <Button type="submit" busy={save.isPending} disabled={!isChanged}>
              {common.save}
            </Button>
          </div>
        </form>
      )}
    </>
  );
}

/** What others gave is in the average; the own rating can be given and taken back, but is not told. */
function Rating({ id }: { id: string }) {
  const [rating, setRating] = useState('5');
  const rate = useChange(() => api.platform.ratings.set(id, { rating: Number(rating) }), { changes: [['modules']], said: texts.rated });
  const takeBack = useChange(() => api.platform.ratings.delete(id), { changes: [['modules']], said: texts.unrated });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        rate.mutate(undefined);
      }}
    >
      <h3>{texts.facts.rating}</h3>
      <SelectField
        label={texts.rate}
        hint={texts.rateHint}
        value={rating}
        onChange={setRating}
        options={[5, 4, 3, 2, 1].map((value) => ({ value: String(value), label: texts.rateValue(value) }))}
      />
      <div className="buttons">
        <Button type="submit" busy={rate.isPending}>
          {common.save}
        </Button>
        <Button kind="quiet" busy={takeBack.isPending} onClick={() => takeBack.mutate(undefined)}>
          {texts.unrate}
        </Button>
      </div>
    </form>
  );
}

function Remove({ id, name, onRemoved }: { id: string; name: string; onRemoved: () => void }) {
  const [force, setForce] = useState(false);
  const remove = useChange(() => api.platform.modules.uninstall(id, force ? { force } : {}), { changes: [['modules'], ['settings'], ['status'], ['tools']], said: texts.removed, isQuiet: true });
  return (
    <div className="buttons">
      <ConfirmButton label={texts.remove} title={texts.removeTitle(name)} name={name} onConfirm={() => remove.mutateAsync(undefined).then(onRemoved)}>
        <p>{texts.removeText}</p>
        <CheckField label={texts.force} value={force} onChange={setForce} />
      </ConfirmButton>
    </div>
  );
}
