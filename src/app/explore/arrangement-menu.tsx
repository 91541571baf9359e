import {
  Check,
  Columns2,
  type LucideIcon,
  RefreshCcwDot,
  SquareSplitHorizontal,
} from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../controls/icon-button.tsx';
import { type Arrangement, setSurface, useSurface } from './explore-state.ts';

const ICONS: Record<Arrangement, LucideIcon> = {
  side: Columns2,
  split: SquareSplitHorizontal,
  blink: RefreshCcwDot,
};

/** The arrangements in the order that C goes through them. */
export const ARRANGEMENTS: readonly Arrangement[] = ['side', 'split', 'blink'];

/** Whether the two modes stand beside each other or share a stage. */
export function ArrangementMenu() {
  const { t } = useTranslation();
  const arrangement = useSurface((surface) => surface.arrangement);
  const Icon = ICONS[arrangement];
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton
          small
          label={t('look.compare.arrange')}
          keys="C"
          icon={<Icon />}
          data-testid="arrangement"
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          <DropdownMenu.RadioGroup
            value={arrangement}
            onValueChange={(next) => setSurface({ arrangement: next as Arrangement })}
          >
            {ARRANGEMENTS.map((value) => (
              <DropdownMenu.RadioItem
                key={value}
                value={value}
                className="menu-item"
                data-testid={`arrange-${value}`}
              >
                <DropdownMenu.ItemIndicator className="menu-check">
                  <Check aria-hidden />
                </DropdownMenu.ItemIndicator>
                <span>
                  {t(`look.compare.${value}`)}
                  <small>{t(`look.compare.${value}Hint`)}</small>
                </span>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
