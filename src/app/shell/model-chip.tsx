import { Check, ChevronDown, FolderOpen, Layers } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelEntry } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';
import { formatBytes } from '../format/quantities.ts';
import { architectureName } from '../models/model-facts.ts';

const KIND = {
  mask: { field: 'maskModel', none: 'models.noMask' },
  image: { field: 'imageModel', none: 'models.noImage' },
} as const;

/** The chosen mask or image model; opens the list of models that can take its place. */
export function ModelChip({ kind }: { kind: 'mask' | 'image' }) {
  const { t } = useTranslation();
  const { field, none } = KIND[kind];
  const models = useStudio((state) => state.models);
  const chosen = useStudio((state) => state[field]);
  const status = useStudio((state) => state.modelsStatus);
  const [open, setOpen] = useState(false);
  const entry = models.find(({ sha256 }) => sha256 === chosen);
  const choices = models.filter(({ role }) => role === kind);
  const waiting = status === 'loading' && !entry;
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button
          type="button"
          className="chip"
          data-testid={`model-chip-${kind}`}
          data-status={status}
        >
          <span className="chip-role">{t(`models.${kind}`)}</span>
          <span className="chip-value">
            {entry?.manifest.name ?? t(waiting ? 'app.loading' : none)}
          </span>
          <ChevronDown aria-hidden />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover model-popover"
          align="start"
          sideOffset={6}
          aria-label={t(`models.${kind}`)}
        >
          <ModelChoices
            kind={kind}
            choices={choices}
            chosen={chosen}
            onDone={() => setOpen(false)}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function ModelChoices(props: {
  kind: 'mask' | 'image';
  choices: ModelEntry[];
  chosen: string | null;
  onDone(): void;
}) {
  const { t, i18n } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { pickModel, pickNoImageModel, dropFiles, openWorkspace } = useStudio.getState();
  return (
    <>
      {props.choices.length === 0 && <p className="menu-label">{t('models.none')}</p>}
      {props.choices.map(({ sha256, manifest, bytes, origin }) => (
        <button
          key={sha256}
          type="button"
          className="menu-item"
          aria-pressed={sha256 === props.chosen}
          onClick={() => {
            if (sha256 !== props.chosen) void pickModel(sha256);
            props.onDone();
          }}
        >
          {sha256 === props.chosen && (
            <span className="menu-check">
              <Check aria-hidden />
            </span>
          )}
          <span>
            {manifest.name}
            <small>
              {architectureName(manifest)} · {formatBytes(bytes, i18n.language)} ·{' '}
              {t(origin === 'demo' ? 'models.demo' : 'models.dropped')}
            </small>
          </span>
        </button>
      ))}
      {props.kind === 'image' && (
        <button
          type="button"
          className="menu-item"
          data-testid="no-image-model"
          aria-pressed={props.chosen === null}
          onClick={() => {
            void pickNoImageModel();
            props.onDone();
          }}
        >
          {props.chosen === null && (
            <span className="menu-check">
              <Check aria-hidden />
            </span>
          )}
          <span>
            {t('models.noImage')}
            <small>{t('models.noImageHint')}</small>
          </span>
        </button>
      )}
      <div className="menu-separator" />
      <button type="button" className="menu-item plain" onClick={() => input.current?.click()}>
        <FolderOpen aria-hidden />
        {t('models.open')}
      </button>
      <button
        type="button"
        className="menu-item plain"
        onClick={() => {
          openWorkspace('models');
          props.onDone();
        }}
      >
        <Layers aria-hidden />
        {t('models.manage')}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('models.open')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          if (files.length === 0) return;
          void dropFiles(files);
          openWorkspace('models');
          props.onDone();
        }}
      />
    </>
  );
}
