import { Palette } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ByteImage } from '../../imaging/image.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { DisplayForm } from './display-form.tsx';
import { isPlainDisplay, useDisplay } from './use-display.ts';
import './display.css';

/**
 * How images are shown, for the head of a view: lookup table, contrast, gamma.
 * @param props.image What the histogram and the automatic contrast are of; null while there is none.
 * @param props.overlay Also how outlines lie above the image.
 */
export function DisplayMenu(props: { image: ByteImage | null; overlay?: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const plain = useDisplay(isPlainDisplay);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <IconButton
          small
          label={t('look.display.title')}
          icon={<Palette />}
          className={plain ? 'display-open' : 'display-open changed'}
          data-testid="display-open"
        />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover display-menu"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t('look.display.title')}
          data-testid="display-menu"
        >
          <DisplayForm image={props.image} overlay={props.overlay ?? false} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
