import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../../store/studio-store.ts';
import { setName } from '../sets/set-name.ts';

/** CellProfiler's name of leaving out what touches the border. */
export const BORDER_PARAMETER = 'exclude_border_objects';

/** Says that weights are missing, with the way to them. */
export function MissingWeights() {
  const { t } = useTranslation();
  const openWorkspace = useStudio((state) => state.openWorkspace);
  return (
    <p className="bench-entry-note">
      <TriangleAlert aria-hidden />
      <span>{t('benchmark.entry.noWeights')}</span>
      <button type="button" className="button small" onClick={() => openWorkspace('models')}>
        {t('benchmark.entry.openModels')}
      </button>
    </p>
  );
}

/** Says that cells at the border are left out, which a truth that has them holds against the algorithm. */
export function BorderNote({ entry }: { entry: string }) {
  const { t } = useTranslation();
  const setEntryValue = useStudio((state) => state.setEntryValue);
  return (
    <p className="bench-entry-note">
      <TriangleAlert aria-hidden />
      <span>{t('benchmark.entry.keepBorder')}</span>
      <button
        type="button"
        className="button small"
        onClick={() => setEntryValue(entry, BORDER_PARAMETER, false)}
      >
        {t('benchmark.entry.keepBorderDo')}
      </button>
    </p>
  );
}

/** Says which sets lack the size of a pixel, for an algorithm that scales by it. */
export function PixelSizeNote() {
  const { t } = useTranslation();
  const sets = useStudio((state) => state.benchmarkSets);
  const unknown = sets.filter(
    ({ status, micronsPerPixel }) => status === 'ready' && micronsPerPixel === null,
  );
  if (unknown.length === 0) return null;
  const names = unknown.map((set) => setName(t, set)).join(t('dataset.listSeparator'));
  return (
    <p className="bench-entry-note">
      <TriangleAlert aria-hidden />
      <span>{t('benchmark.entry.pixelSize', { sets: names })}</span>
    </p>
  );
}
