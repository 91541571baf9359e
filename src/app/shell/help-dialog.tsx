import { useTranslation } from 'react-i18next';
import { StudioDialog } from '../controls/studio-dialog.tsx';
import { datasetShortcuts } from '../dataset/shortcuts.ts';
import { exploreShortcuts } from '../explore/shortcuts.ts';
import { translateMessage } from '../i18n/start.ts';
import { paintShortcuts } from '../paint/shortcuts.ts';
import { spotsShortcuts } from '../spots/shortcuts.ts';
import { toolsShortcuts } from '../tools/shortcuts.ts';
import { setShell, useShell } from './shell-state.ts';
import type { ShortcutGroup } from './shortcut.ts';

const EVERYWHERE: ShortcutGroup = {
  workspace: 'all',
  shortcuts: [
    { label: 'help.export', keys: ['E'] },
    { label: 'help.help', keys: ['?'] },
  ],
};

const GROUPS = [
  EVERYWHERE,
  exploreShortcuts,
  paintShortcuts,
  spotsShortcuts,
  datasetShortcuts,
  toolsShortcuts,
].filter(({ shortcuts }) => shortcuts.length > 0);

/** Every shortcut, by workspace. */
export function HelpDialog() {
  const { t } = useTranslation();
  const open = useShell((shell) => shell.helpOpen);
  return (
    <StudioDialog
      open={open}
      title={t('help.title')}
      testId="help-dialog"
      onOpenChange={(helpOpen) => setShell({ helpOpen })}
    >
      <div className="dialog-body">
        {GROUPS.map(({ workspace, shortcuts }) => (
          <section key={workspace}>
            <h3 className="form-label">
              {workspace === 'all' ? t('help.everywhere') : t(`rail.${workspace}`)}
            </h3>
            <dl className="shortcuts">
              {shortcuts.map(({ label, keys }) => (
                <div key={label}>
                  <dt>{translateMessage(label)}</dt>
                  <dd>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p className="hint">{t('help.mouse')}</p>
      </div>
    </StudioDialog>
  );
}
