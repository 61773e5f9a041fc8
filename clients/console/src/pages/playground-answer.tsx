import { ModuleXError } from '@modulex/client/errors';
import type { RunPreviewResponse, RunResponse } from '@modulex/client/generated/v1';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { Button, FormFailure, Note } from '../parts/forms';
import { Icon } from '../parts/icons';
import { Badge, Facts, Section } from '../parts/page';
import { countOf, durationOf } from '../parts/time';
import { common } from '../texts/common';
import { answer as texts } from '../texts/playground';

/** What the last press of a button came to. */
export type Outcome = { kind: 'run'; run: RunResponse } | { kind: 'preview'; preview: RunPreviewResponse } | { kind: 'failure'; error: Error };

/** @param remedy What may help against a failure, such as connecting. */
export function Answer({ outcome, isBusy, remedy }: { outcome: Outcome | undefined; isBusy: boolean; remedy: ReactNode }) {
  return (
    <Section title={outcome?.kind === 'preview' ? texts.preview : texts.title}>
      <div className="answer" aria-live="polite" aria-busy={isBusy}>
        {isBusy ? (
          <p className="quiet">
            <span className="spinner" aria-hidden="true" /> {texts.running}
          </p>
        ) : outcome === undefined ? (
          <p className="quiet">{texts.nothing}</p>
        ) : outcome.kind === 'run' ? (
          <RunAnswer run={outcome.run} />
        ) : outcome.kind === 'preview' ? (
          <Preview preview={outcome.preview} />
        ) : (
          <Refusal error={outcome.error} remedy={remedy} />
        )}
      </div>
    </Section>
  );
}

function RunAnswer({ run }: { run: RunResponse }) {
  return (
    <>
      <Facts
        facts={[
          [texts.status, <Badge key="status" tone="good">{texts.done}</Badge>],
          [texts.duration, durationOf(run.duration_ms)],
          [
            texts.run,
            <Link key="run" to={`/runs?run=${encodeURIComponent(run.id)}`}>
              {texts.openRun}
            </Link>,
          ],
        ]}
      />
      <Json value={run.result} />
    </>
  );
}

/** Browsers grow slow with longer texts. */
const mostShown = 200_000;

function Json({ value }: { value: unknown }) {
  const [isCopied, setIsCopied] = useState(false);
  const text = JSON.stringify(value, null, 2) ?? 'null';
  async function copy() {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
    setTimeout(() => setIsCopied(false), 2_000);
  }
  return (
    <>
      <div className="section-head">
        <h3>{texts.result}</h3>
        <Button kind="quiet" aria-label={texts.copyResult} onClick={() => void copy()}>
          <Icon name={isCopied ? 'check' : 'copy'} />
          {isCopied ? common.copied : common.copy}
        </Button>
      </div>
      {text.length > mostShown && <p className="quiet">{texts.cut(countOf(mostShown), countOf(text.length))}</p>}
      <pre tabIndex={0} role="region" aria-label={texts.resultLabel}>
        {text.slice(0, mostShown)}
      </pre>
    </>
  );
}

function Refusal({ error, remedy }: { error: Error; remedy: ReactNode }) {
  const known = error instanceof ModuleXError ? error : undefined;
  return (
    <>
      <Facts
        facts={[
          [texts.status, <Badge key="status" tone="bad">{texts.failed}</Badge>],
          ...(known === undefined ? [] : [[texts.code, <code key="code">{known.code}</code>] as const, ['HTTP', known.status || '–'] as const]),
        ]}
      />
      {known === undefined || known.problems.length === 0 ? (
        <FormFailure error={known?.code.toLowerCase() === 'tool_not_connected' ? new Error(texts.notConnected) : error} />
      ) : (
        // The sentence of the server says the same once more.
        <Note kind="bad">
          <p>{texts.invalidInput}</p>
          <ul>
            {known.problems.map(({ pointer, message }) => (
              <li key={pointer + message}>
                <code>{pointer}</code> {message}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {remedy}
    </>
  );
}

function Preview({ preview }: { preview: RunPreviewResponse }) {
  return (
    <>
      <Note>{texts.previewNothingSent}</Note>
      <pre tabIndex={0} role="region" aria-label={texts.requestLine}>
        {preview.method} {preview.url}
      </pre>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={texts.headers}>
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.name}</th>
              <th scope="col">{texts.value}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(preview.headers).map(([name, value]) => (
              <tr key={name}>
                <td>
                  <code>{name}</code>
                </td>
                <td>
                  <code>{value}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {preview.body === null ? (
        <p className="quiet">{texts.noBody}</p>
      ) : (
        <>
          <h3>{texts.body}</h3>
          <pre tabIndex={0} role="region" aria-label={texts.body}>
            {formattedOf(preview.body)}
          </pre>
        </>
      )}
    </>
  );
}

function formattedOf(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
