import { Ellipsis, Film, Grid3x3, Layers3, Save } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { openLayers } from '../layers/layers-dialog-state.ts';
import { openMixing } from '../mixing/mixing-dialog-state.ts';
import { openVideo } from '../video/video-dialog-state.ts';

/** What can be made of the latent space beside single samples, and its w as a file. */
export function LatentMenu() {
  const { t } = useTranslation();
  const pinned = useStudio((state) => state.view.pinned);
  const ready = useStudio((state) => state.modelsStatus === 'ready' && state.maskModel !== null);
  const saveLatents = useStudio((state) => state.saveLatents);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          className="icon-button small"
          aria-label={t('latent.menu')}
          data-testid="latent-menu"
          disabled={!ready}
        >
          <Ellipsis />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          <DropdownMenu.Item
            className="menu-item plain"
            data-testid="open-mixing"
            onSelect={openMixing}
          >
            <Grid3x3 aria-hidden />
            {t('mix.matrixOpen')}
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className="menu-item plain"
            data-testid="open-video"
            onSelect={openVideo}
          >
            <Film aria-hidden />
            {t('video.open')}
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className="menu-item plain"
            data-testid="open-layers"
            onSelect={openLayers}
          >
            <Layers3 aria-hidden />
            {t('look.layers.open')}
          </DropdownMenu.Item>
          <div className="menu-separator" />
          <DropdownMenu.Item
            className="menu-item plain"
            data-testid="save-w"
            onSelect={() => void saveLatents(null)}
          >
            <Save aria-hidden />
            {t('latent.saveW')}
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className="menu-item plain"
            data-testid="save-w-pinned"
            disabled={pinned.length === 0}
            onSelect={() => void saveLatents(pinned)}
          >
            <Save aria-hidden />
            {t('latent.saveWPinned', { n: pinned.length })}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
