import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { StudioDialog } from '../controls/studio-dialog.tsx';
import { translateMessage } from '../i18n/start.ts';
import { setShell, useShell } from './shell-state.ts';
import type { ShortcutGroup } from './shortcut.ts';
import { searchShortcuts, shortcutGroups } from './shortcut-groups.ts';

/** Every shortcut, by workspace. */
export function HelpDialog() {
  const { t } = useTranslation();
  const open = useShell((shell) => shell.helpOpen);
  return (
    <StudioDialog
      wide
      open={open}
      title={t('help.title')}
      testId="help-dialog"
      onOpenChange={(helpOpen) => setShell({ helpOpen })}
    >
      <CheatSheet />
    </StudioDialog>
  );
}

function CheatSheet() {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const current = useStudio((state) => state.workspace);
  const titleOf = ({ workspace }: ShortcutGroup) =>
    workspace === 'all' ? t('help.everywhere') : t(`rail.${workspace}`);
  const groups = searchShortcuts(shortcutGroups(current), search, translateMessage, titleOf);
  return (
    <>
      <div className="shortcut-search">
        <input
          type="search"
          className="field"
          aria-label={t('help.search')}
          placeholder={t('help.search')}
          data-testid="shortcut-search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      {/* A person who has only the keyboard scrolls it as everybody else does. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <section className="dialog-body shortcut-groups" tabIndex={0} aria-label={t('help.title')}>
        {groups.map((group) => (
          <ShortcutList key={group.workspace} group={group} title={titleOf(group)} />
        ))}
        <p className="hint" aria-live="polite">
          {groups.length === 0 ? t('help.nothing') : t('help.mouse')}
        </p>
      </section>
    </>
  );
}

function ShortcutList({ group, title }: { group: ShortcutGroup; title: string }) {
  return (
    <section>
      <h3 className="form-label">{title}</h3>
      <dl className="shortcuts">
        {group.shortcuts.map(({ label, keys }) => (
          <div key={label}>
            <dt>{translateMessage(label)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{translateMessage(key)}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
