import { useQuery } from '@tanstack/react-query';
import type { IntegrationSchema } from '@modulex/client/generated/modulex';
import { type FormEvent, useState } from 'react';
import { api } from '../api';
import type { CatalogTool } from '../parts/catalog';
import { ConfirmButton } from '../parts/dialogs';
import { AreaField, Button, Copyable, FormFailure, Note, SelectField } from '../parts/forms';
import { Section } from '../parts/page';
import { useChange } from '../parts/queries';
import { Loaded } from '../parts/states';
import { common } from '../texts/common';
import { toolSettings as texts } from '../texts/tool';
import { enteredOf, installationKeys, VariableFields } from './tool-install';

/** What admins of the organization set for an installed tool. */
export function ToolSettings({ tool, schema }: { tool: CatalogTool; schema: IntegrationSchema }) {
  const isByOAuth = schema.auth_type === 'oauth2' || tool.environment_variables.some(({ name }) => name.endsWith('CLIENT_ID'));
  return (
    <>
      {isByOAuth && (
        <Section title={texts.callback}>
          <p className="quiet">{texts.callbackHint}</p>
          <Copyable label={texts.callback} text={`${location.origin}/auth/callback/${tool.name}`} />
        </Section>
      )}
      <Variables tool={tool} isByOAuth={isByOAuth} />
      <Configuration tool={tool.name} />
      <Uninstall tool={tool} />
    </>
  );
}

function Variables({ tool, isByOAuth }: { tool: CatalogTool; isByOAuth: boolean }) {
  const variables = tool.environment_variables;
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [taken, setTaken] = useState(variables[0]?.name ?? '');
  const status = useQuery({ queryKey: ['tools', 'admin-status'], queryFn: ({ signal }) => api.documents.integrations.getAdminStatus({ signal }) });
  const saving = useChange((environment_variables: Record<string, string>) => api.documents.integrations.updateEnvironment(tool.name, { environment_variables }), {
    changes: installationKeys,
    said: texts.saved,
    isQuiet: true,
  });
  const taking = useChange((name: string) => api.documents.integrations.updateEnvironment(tool.name, { environment_variables: { [name]: '' } }), {
    changes: installationKeys,
    said: texts.taken,
    isQuiet: true,
  });
  const title = isByOAuth ? texts.variables : texts.variablesPlain;
  if (variables.length === 0) {
    return (
      <Section title={title}>
        <p className="quiet">{texts.none}</p>
      </Section>
    );
  }
  const isIncomplete = status.data?.admin_status.missing_environment.includes(tool.name);
  const entered = enteredOf(values);
  function submit(event: FormEvent) {
    event.preventDefault();
    saving.mutate(entered, { onSuccess: () => setValues({}) });
  }
  return (
    <Section title={title}>
      {isIncomplete !== undefined && <Note kind={isIncomplete ? 'warn' : 'good'}>{isIncomplete ? texts.incomplete : texts.complete}</Note>}
      <p className="quiet">
        {texts.variablesHint} {isByOAuth && texts.newClient}
      </p>
      <form className="form" onSubmit={submit}>
        <FormFailure error={saving.error} />
        <VariableFields variables={variables} values={values} onChange={setValues} error={saving.error} />
        <div className="buttons">
          <Button kind="main" type="submit" busy={saving.isPending} disabled={Object.keys(entered).length === 0}>
            {texts.save}
          </Button>
        </div>
      </form>
      <details>
        <summary>{texts.takeAway}</summary>
        <div className="filters">
          <SelectField label={texts.variable} value={taken} onChange={setTaken} options={variables.map(({ name }) => ({ value: name, label: name }))} />
          <ConfirmButton label={texts.take} title={texts.takeTitle(taken)} onConfirm={() => taking.mutateAsync(taken)}>
            <p>{texts.takeQuestion}</p>
          </ConfirmButton>
        </div>
      </details>
    </Section>
  );
}

function objectOf(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function Configuration({ tool }: { tool: string }) {
  const config = useQuery({ queryKey: ['tools', 'config', tool], queryFn: ({ signal }) => api.documents.integrations.getConfig(tool, { signal }) });
  const [text, setText] = useState<string>();
  const saving = useChange((config_data: unknown) => api.documents.integrations.updateConfig(tool, { config_data }), {
    changes: [['tools', 'config', tool]],
    said: texts.configSaved,
    isQuiet: true,
  });
  return (
    <Section title={texts.config}>
      <p className="quiet">{texts.configHint}</p>
      <Loaded query={config}>
        {({ config_data }) => {
          const shown = text ?? JSON.stringify(config_data ?? {}, null, 2);
          const value = objectOf(shown);
          return (
            <form
              className="form"
              onSubmit={(event) => {
                event.preventDefault();
                saving.mutate(value, { onSuccess: () => setText(undefined) });
              }}
            >
              <FormFailure error={saving.error} />
              <AreaField label={texts.configLabel} code value={shown} onChange={setText} {...(value === undefined && { problem: texts.configWrong })} />
              <div className="buttons">
                <Button kind="main" type="submit" busy={saving.isPending} disabled={text === undefined || value === undefined}>
                  {common.save}
                </Button>
              </div>
            </form>
          );
        }}
      </Loaded>
    </Section>
  );
}

function Uninstall({ tool }: { tool: CatalogTool }) {
  const uninstalling = useChange(() => api.documents.integrations.uninstall(tool.name), { changes: installationKeys, said: texts.uninstalled(tool.display_name), isQuiet: true });
  return (
    <Section title={texts.uninstall}>
      <p className="quiet">{texts.uninstallHint}</p>
      <div className="buttons">
        <ConfirmButton label={texts.uninstall} title={texts.uninstallTitle(tool.display_name)} name={tool.name} onConfirm={() => uninstalling.mutateAsync(undefined)}>
          <p>{texts.uninstallHint}</p>
        </ConfirmButton>
      </div>
    </Section>
  );
}
