import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from './api';
import { linksFor } from './navigation';
import { Dialog } from './parts/dialogs';
import { Icon, type IconName } from './parts/icons';
import { useSession } from './session';
import { navigation as texts } from './texts/common';

interface Target {
  title: string;
  hint: string;
  path: string;
  icon: IconName;
}

const mostShown = 12;

/** Goes to a page, a tool or an action by its name. */
export function Palette({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const tools = useQuery({ queryKey: ['tools', 'mine'], queryFn: ({ signal }) => api.documents.tools.listMine({ signal }) });

  const targets: Target[] = [
    ...linksFor(session).map(({ title, path, icon }) => ({ title, hint: '', path, icon })),
    { title: texts.pages.account, hint: '', path: '/account', icon: 'account' },
    ...(tools.data?.tools ?? []).flatMap((tool) => [
      { title: tool.display_name, hint: texts.pages.tools, path: `/tools/${tool.name}`, icon: 'tools' as const },
      ...tool.actions.map((action) => ({
        title: `${tool.display_name}: ${action.name}`,
        hint: texts.pages.playground,
        path: `/playground?tool=${encodeURIComponent(tool.name)}&action=${encodeURIComponent(action.name)}`,
        icon: 'playground' as const,
      })),
    ]),
  ];
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = targets.filter(({ title, hint }) => words.every((word) => `${title} ${hint}`.toLowerCase().includes(word))).slice(0, mostShown);
  const current = Math.min(chosen, found.length - 1);

  function go(target: Target | undefined) {
    if (target === undefined) return;
    onClose();
    void navigate(target.path);
  }

  function pressed(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') setChosen(Math.min(current + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(current - 1, 0));
    else if (event.key === 'Enter') go(found[current]);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog title={texts.palette} onClose={onClose}>
      <input
        autoFocus
        className="palette-input"
        role="combobox"
        aria-label={texts.paletteHint}
        placeholder={texts.paletteHint}
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found.length > 0 ? `${listId}-${current}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={pressed}
      />
      <ul id={listId} role="listbox" aria-label={texts.palette} className="palette-list">
        {found.map((target, index) => (
          <li key={target.path + target.title} id={`${listId}-${index}`} role="option" aria-selected={index === current} onMouseEnter={() => setChosen(index)} onClick={() => go(target)}>
            <Icon name={target.icon} />
            <span>{target.title}</span>
            <span className="quiet">{target.hint}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="quiet">{texts.paletteNone}</p>}
    </Dialog>
  );
}
