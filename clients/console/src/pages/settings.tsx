import { useQuery } from '@tanstack/react-query';
import type { ConfigResponse, SystemConfigBody } from '@modulex/client/generated/platform';
import { useState } from 'react';
import { api } from '../api';
import { Changes, changesBetween } from '../parts/changes';
import { Dialog } from '../parts/dialogs';
import { Button, CheckField, FormFailure, problemOf, Switch, TextField } from '../parts/forms';
import { Page, Section } from '../parts/page';
import { useChange } from '../parts/queries';
import { Loaded } from '../parts/states';
import { Time } from '../parts/time';
import { useSession } from '../session';
import { common, navigation } from '../texts/common';
import { fieldOf, settings as texts } from '../texts/settings';
import { History, Profiles } from './settings-history';
import './settings.css';

export function SettingsPage() {
  const query = useQuery({ queryKey: ['settings', 'config'], queryFn: ({ signal }) => api.platform.config.get({ signal }) });
  return (
    <Page title={navigation.pages.settings} intro={texts.intro}>
      <Loaded query={query}>
        {(data) => (
          <>
            <SettingsForm key={data.last_updated} data={data} />
            <Profiles current={data.config} />
            <History />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function SettingsForm({ data }: { data: ConfigResponse }) {
  const { isViewer } = useSession();
  const [draft, setDraft] = useState(data.config);
  const [isReviewing, setIsReviewing] = useState(false);
  const changes = changesBetween(data.config, draft);
  const save = useChange((config: SystemConfigBody) => api.platform.config.update({ config: partOf(data.config, config) }), {
    changes: [['settings'], ['modules']],
    said: texts.saved,
    isQuiet: true,
  });
  const problem = (pointer: string) => problemOf(save.error, `/config${pointer}`);
  const { general, security, modules } = draft;
  const policy = security.password_policy;
  const setGeneral = (change: Partial<typeof general>) => setDraft({ ...draft, general: { ...general, ...change } });
  const setSecurity = (change: Partial<typeof security>) => setDraft({ ...draft, security: { ...security, ...change } });
  return (
    <form
      className="form"
      aria-label={navigation.pages.settings}
      onSubmit={(event) => {
        event.preventDefault();
        setIsReviewing(true);
      }}
    >
      <FormFailure error={save.error} />
      <div className="halves">
        <Section title={texts.general}>
          <TextField label={texts.siteName} required maxLength={100} disabled={isViewer} value={general.site_name} onChange={(site_name) => setGeneral({ site_name })} problem={problem('/general/site_name')} />
          <TextField label={texts.timezone} hint={texts.timezoneHint} required disabled={isViewer} value={general.timezone} onChange={(timezone) => setGeneral({ timezone })} problem={problem('/general/timezone')} />
          <TextField label={texts.locale} hint={texts.localeHint} required disabled={isViewer} value={general.locale} onChange={(locale) => setGeneral({ locale })} problem={problem('/general/locale')} />
        </Section>
        <Section title={texts.security}>
          <TextField
            label={texts.minLength}
            hint={texts.minLengthHint}
            type="number"
            min={8}
            max={128}
            required
            disabled={isViewer}
            value={String(policy.min_length)}
            onChange={(text) => setSecurity({ password_policy: { ...policy, min_length: Number(text) } })}
            problem={problem('/security/password_policy/min_length')}
          />
          <CheckField
            label={texts.requireSpecial}
            disabled={isViewer}
            value={policy.require_special}
            onChange={(require_special) => setSecurity({ password_policy: { ...policy, require_special } })}
          />
          <TextField
            label={texts.sessionTimeout}
            hint={texts.sessionTimeoutHint(spanOf(security.session_timeout))}
            type="number"
            min={60}
            max={31_622_400}
            required
            disabled={isViewer}
            value={String(security.session_timeout)}
            onChange={(text) => setSecurity({ session_timeout: Number(text) })}
            problem={problem('/security/session_timeout')}
          />
        </Section>
      </div>
      <Section title={texts.modules}>
        <p className="hint">{texts.modulesHint}</p>
        {modules.enabled.length + modules.disabled.length === 0 && <p className="quiet">{texts.noModules}</p>}
        <ul className="switches">
          {[...modules.enabled, ...modules.disabled].toSorted().map((name) => {
            const isOn = modules.enabled.includes(name);
            return (
              <li key={name}>
                <Switch
                  label={name}
                  value={isOn}
                  disabled={isViewer}
                  onChange={(next) =>
                    setDraft({
                      ...draft,
                      modules: next
                        ? { enabled: [...modules.enabled, name].toSorted(), disabled: modules.disabled.filter((other) => other !== name) }
                        : { enabled: modules.enabled.filter((other) => other !== name), disabled: [...modules.disabled, name].toSorted() },
                    })
                  }
                />
                <span>{name}</span>
              </li>
            );
          })}
        </ul>
      </Section>
      <div className="buttons">
        {!isViewer && (
          <Button kind="main" type="submit" disabled={changes.length === 0}>
            {texts.review}
          </Button>
        )}
        {changes.length > 0 && <Button onClick={() => setDraft(data.config)}>{texts.undo}</Button>}
        <span className="quiet">
          {texts.changed} <Time at={data.last_updated} />
        </span>
      </div>
      {isReviewing && (
        <Dialog title={texts.reviewTitle} onClose={() => setIsReviewing(false)}>
          <p>{texts.reviewText}</p>
          <Changes label={texts.reviewTitle} changes={changes} nameOf={fieldOf} />
          <div className="buttons">
            <Button onClick={() => setIsReviewing(false)}>{common.cancel}</Button>
            <Button kind="main" busy={save.isPending} onClick={() => save.mutate(draft, { onSettled: () => setIsReviewing(false) })}>
              {common.save}
            </Button>
          </div>
        </Dialog>
      )}
    </form>
  );
}

/** Sends only what was changed, so that it does not undo changes that other people make at the same time. */
function partOf(before: SystemConfigBody, after: SystemConfigBody): Partial<SystemConfigBody> {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => changesBetween(before[name as keyof SystemConfigBody], value).length > 0));
}

function spanOf(seconds: number): string {
  if (seconds % 86_400 === 0 && seconds > 0) return texts.spans.days(seconds / 86_400);
  return seconds % 3_600 === 0 && seconds > 0 ? texts.spans.hours(seconds / 3_600) : common.minutes(Math.round(seconds / 6) / 10);
}
