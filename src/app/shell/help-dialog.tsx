import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../controls/icon-button.tsx';
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
    <Dialog.Root open={open} onOpenChange={(helpOpen) => setShell({ helpOpen })}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content className="dialog" aria-describedby={undefined} data-testid="help-dialog">
          <header className="dialog-head">
            <Dialog.Title className="dialog-title">{t('help.title')}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={t('app.close')} icon={<X />} />
            </Dialog.Close>
          </header>
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
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
