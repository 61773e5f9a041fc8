import type { IntegrationVariable } from '@modulex/client/generated/modulex';
import { type FormEvent, useState } from 'react';
import { api } from '../api';
import type { CatalogTool } from '../parts/catalog';
import { Dialog } from '../parts/dialogs';
import { Button, FormFailure, problemOf, TextField } from '../parts/forms';
import { useChange } from '../parts/queries';
import { useToast } from '../parts/toasts';
import { common } from '../texts/common';
import { install as texts } from '../texts/tools';

/** What an installation changes. */
export const installationKeys = [['tools'], ['home']] as const;

type Values = Readonly<Record<string, string>>;

/** What was entered; an empty field says nothing. */
export const enteredOf = (values: Values): Record<string, string> => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

interface VariableFieldsProps {
  variables: readonly IntegrationVariable[];
  values: Values;
  onChange: (values: Values) => void;
  error: Error | null;
}

/** Fields for what a tool needs from the admin who installs it. */
export function VariableFields({ variables, values, onChange, error }: VariableFieldsProps) {
  return variables.map(({ name, description, sample_format }) => (
    <TextField
      key={name}
      label={name}
      hint={[description, sample_format && texts.sample(sample_format)].filter(Boolean).join(' ')}
      problem={problemOf(error, `/environment_variables/${name}`)}
      // The catalog does not say which ones are secret.
      type={/secret|password|token|key/i.test(name) ? 'password' : 'text'}
      autoComplete="off"
      spellCheck={false}
      value={values[name] ?? ''}
      onChange={(value) => onChange({ ...values, [name]: value })}
    />
  ));
}

/** Installs a tool for the organization, with its own values where the tool wants some. */
export function InstallDialog({ tool, onClose }: { tool: CatalogTool; onClose: () => void }) {
  const [values, setValues] = useState<Values>({});
  const toast = useToast();
  const installing = useChange(
    async () => {
      const { integrations } = api.documents;
      const entered = enteredOf(values);
      if (Object.keys(entered).length === 0) {
        await integrations.install({ tool_name: tool.name });
        return (await integrations.getAdminStatus()).admin_status.missing_environment.includes(tool.name);
      }
      return !(await integrations.adminInstall(tool.name, { environment_variables: entered })).environment_configured;
    },
    { changes: installationKeys, isQuiet: true },
  );
  async function submit(event: FormEvent) {
    event.preventDefault();
    const isIncomplete = await installing.mutateAsync().catch(() => undefined);
    if (isIncomplete === undefined) return;
    toast(isIncomplete ? texts.incomplete(tool.display_name) : texts.installed(tool.display_name), isIncomplete ? 'bad' : 'good');
    onClose();
  }
  return (
    <Dialog title={texts.title(tool.display_name)} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <FormFailure error={installing.error} />
        <p>{texts.intro}</p>
        {tool.environment_variables.length > 0 && (
          <>
            <p className="quiet">
              {texts.variables} {texts.ownClient}
            </p>
            <VariableFields variables={tool.environment_variables} values={values} onChange={setValues} error={installing.error} />
          </>
        )}
        <div className="buttons">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="main" type="submit" busy={installing.isPending}>
            {texts.button}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
