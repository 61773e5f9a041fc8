import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { common } from '../texts/common';
import { Button, FormFailure, TextField } from './forms';
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

/** Asks before what can't be undone; with `name` it has to be typed. */
export function Confirm({ title, children, name, button, onConfirm, onClose }: { title: string; children: ReactNode; name?: string; button: string; onConfirm: () => Promise<unknown>; onClose: () => void }) {
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
