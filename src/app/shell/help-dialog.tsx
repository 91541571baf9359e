import { useTranslation } from 'react-i18next';
import { StudioDialog } from '../controls/studio-dialog.tsx';
import { setShell, useShell } from './shell-state.ts';

const SHORTCUTS = [
  ['seeds', ['←', '→']],
  ['random', ['R']],
  ['pin', ['P']],
  ['modes', ['1', '2', '3', '4']],
  ['zoom', ['+', '−']],
  ['fit', ['0']],
  ['actual', ['9']],
  ['pan', ['Shift', '← ↑ ↓ →']],
  ['grid', ['G']],
  ['export', ['E']],
  ['deselect', ['Esc']],
  ['help', ['?']],
] as const;

/** Every shortcut. */
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
        <dl className="shortcuts">
          {SHORTCUTS.map(([name, keys]) => (
            <div key={name}>
              <dt>{t(`help.${name}`)}</dt>
              <dd>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <p className="hint">{t('help.mouse')}</p>
      </div>
    </StudioDialog>
  );
}
