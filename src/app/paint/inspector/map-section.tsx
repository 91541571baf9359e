import { Download, FolderOpen, RotateCcw } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../../store/studio-store.ts';
import { InspectorSection } from '../../controls/inspector-section.tsx';
import { NumberField } from '../../controls/number-field.tsx';

const MASKS = '.png,.tif,.tiff,.zip';
const LARGEST_AREA = 100_000;

/** What is done with the whole map, and how it comes and goes as a file. */
export function MapSection() {
  const { t } = useTranslation();
  const [area, setArea] = useState(60);
  const isEdited = useStudio((state) => state.paint.isEdited);
  const cells = useStudio((state) => state.paint.cells);
  const isBusy = useStudio((state) => state.paint.isBusy);
  const input = useRef<HTMLInputElement>(null);
  const { editPainting, paintPixels, saveLabelMap, openMaskFiles, revertPainting } =
    useStudio.getState();
  return (
    <InspectorSection title={t('paint.map.title')}>
      <div className="control-row">
        <span className="control-label">{t('paint.map.deleteSmall')}</span>
        <span className="slider-value">
          {'<'}
          <NumberField
            value={area}
            min={1}
            max={LARGEST_AREA}
            step={10}
            label={t('paint.map.smallerThan')}
            onChange={setArea}
          />
          {t('unit.px')}
          <button
            type="button"
            className="button small"
            disabled={cells === 0}
            data-testid="delete-small"
            onClick={() => editPainting({ kind: 'delete-small', area })}
          >
            {t('paint.map.apply')}
          </button>
        </span>
      </div>
      <div className="paint-buttons two">
        <button
          type="button"
          className="button small"
          disabled={cells === 0}
          onClick={() => editPainting({ kind: 'fill-holes', ids: paintPixels()?.ids() ?? [] })}
        >
          {t('paint.map.fillHoles')}
        </button>
        <button
          type="button"
          className="button small"
          disabled={cells === 0}
          onClick={() => editPainting({ kind: 'renumber' })}
        >
          {t('paint.map.relabel')}
        </button>
      </div>
      <div className="paint-files">
        <button
          type="button"
          className="button small"
          disabled={isBusy}
          title={t('paint.map.openHint')}
          data-testid="open-masks"
          onClick={() => input.current?.click()}
        >
          <FolderOpen aria-hidden />
          {t('paint.map.open')}
        </button>
        <button
          type="button"
          className="button small"
          data-testid="save-label-map"
          onClick={() => void saveLabelMap()}
        >
          <Download aria-hidden />
          {t('paint.map.save')}
        </button>
        <button
          type="button"
          className="button small"
          disabled={!isEdited}
          data-testid="revert-painting"
          onClick={revertPainting}
        >
          <RotateCcw aria-hidden />
          {t('paint.map.revert')}
        </button>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        accept={MASKS}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('paint.map.open')}
        data-testid="mask-input"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) void openMaskFiles(files);
        }}
      />
    </InspectorSection>
  );
}
