import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { common } from '../texts/common';
import { Button, Copyable, FormFailure, Note, TextField } from './forms';
import { Icon } from './icons';

interface DialogProps {
  title: string;
  onClose: () => void;
  /** A drawer stands at the side, for what belongs to a row of the page; a dialog in the middle, for a question. */
  kind?: 'dialog' | 'drawer' | 'wide';
  children: ReactNode;
}

/** The browser's own dialog: it keeps the focus, and Escape closes it. */
export function Dialog({ title, onClose, kind = 'dialog', children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current!;
    if (!dialog.open) dialog.showModal();
    // React has given the focus before the dialog was open; the browser gives it to the button that closes.
    if (kind !== 'drawer') dialog.querySelector<HTMLElement>('.dialog-body :is(input, select, textarea):enabled')?.focus();
    return () => dialog.close();
  }, [kind]);
  return (
    <dialog
      ref={ref}
      className={kind}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <div className="dialog-box">
        <header>
          <h2 id={titleId}>{title}</h2>
          <Button kind="quiet" aria-label={common.close} onClick={onClose}>
            <Icon name="close" />
          </Button>
        </header>
        <div className="dialog-body">{children}</div>
      </div>
    </dialog>
  );
}

interface ConfirmProps {
  title: string;
  children: ReactNode;
  /** Has to be typed, where something of a name is lost for good. */
  name?: string;
  button: string;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks before what can't be undone. */
export function Confirm({ title, children, name, button, onConfirm, onClose }: ConfirmProps) {
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<Error>();
  const [isBusy, setIsBusy] = useState(false);
  async function confirm() {
    setIsBusy(true);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setFailure(error as Error);
      setIsBusy(false);
    }
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        <FormFailure error={failure} />
        {children}
        {name !== undefined && <TextField label={common.typeToConfirm(name)} value={typed} onChange={setTyped} autoComplete="off" autoFocus />}
        <div className="buttons">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="danger" type="submit" busy={isBusy} disabled={name !== undefined && typed !== name}>
            {button}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A button that asks first. Its label is also the one of the answer, where no other is given. */
export function ConfirmButton({ label, button = label, ...question }: { label: string; button?: string } & Omit<ConfirmProps, 'button' | 'onClose'>) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button kind="danger" onClick={() => setIsAsking(true)}>
        {label}
      </Button>
      {isAsking && <Confirm {...question} button={button} onClose={() => setIsAsking(false)} />}
    </>
  );
}

interface ShownOnceProps {
  title: string;
  /** Says that it is shown once. */
  warning: string;
  secret: string;
  label: string;
  /** What stands above the secret. */
  intro?: ReactNode;
  /** What stands below it. */
  children?: ReactNode;
  /** Buttons; the last one closes. */
  actions?: ReactNode;
  close: string;
  onClose: () => void;
}

/** A secret, the one time that it is shown. */
export function ShownOnce({ title, warning, secret, label, intro, children, actions, close, onClose }: ShownOnceProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      {intro}
      <Note kind="warn">{warning}</Note>
      <Copyable text={secret} label={label} />
      {children}
      <div className="buttons">
        {actions}
        <Button kind={actions === undefined ? 'main' : 'plain'} onClick={onClose}>
          {close}
        </Button>
      </div>
    </Dialog>
  );
}
