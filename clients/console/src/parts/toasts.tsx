import { createContext, type ReactNode, useCallback, useContext, useLayoutEffect, useMemo, useRef, useState } from 'react';

type Kind = 'good' | 'bad';

interface Toast {
  id: number;
  kind: Kind;
  text: string;
}

const ToastContext = createContext<(text: string, kind?: Kind) => void>(() => undefined);

/** Says shortly that something was done, or was not. */
export const useToast = () => useContext(ToastContext);

const shownFor = 5_000;

export function Toasts({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const next = useRef(0);
  const box = useRef<HTMLDivElement>(null);
  // Over dialogs, too: what is shown last stands above the others.
  useLayoutEffect(() => {
    if (toasts.length === 0) return;
    if (box.current!.matches(':popover-open')) box.current!.hidePopover();
    box.current!.showPopover();
  }, [toasts]);
  const show = useCallback((text: string, kind: Kind = 'good') => {
    const id = next.current++;
    setToasts((all) => [...all.slice(-2), { id, kind, text }]);
    setTimeout(() => setToasts((all) => all.filter((toast) => toast.id !== id)), shownFor);
  }, []);
  return (
    <ToastContext.Provider value={useMemo(() => show, [show])}>
      {children}
      <div className="toasts" role="status" aria-live="polite" popover="manual" ref={box}>
        {toasts.map(({ id, kind, text }) => (
          <p key={id} className={`toast ${kind}`}>
            {text}
          </p>
        ))}
      </div>
    </ToastContext.Provider>
  );
}
