import { Ruler } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../../store/studio-store.ts';
import { Tip } from '../../controls/tip.tsx';

/** Lets Cellpose estimate the diameter of cells on the set that is shown. */
export function EstimateButton({ entry }: { entry: string }) {
  const { t } = useTranslation();
  const set = useStudio((state) => state.benchmarkSet);
  const isRunning = useStudio(({ benchmarkRun }) => benchmarkRun?.status === 'running');
  const estimateDiameter = useStudio((state) => state.estimateDiameter);
  const [isBusy, setBusy] = useState(false);
  return (
    <Tip text={t('benchmark.entry.estimateHint')}>
      <button
        type="button"
        className="button small"
        data-testid="estimate-diameter"
        disabled={set === null || isBusy || isRunning}
        onClick={async () => {
          setBusy(true);
          if (set !== null) await estimateDiameter(entry, set);
          setBusy(false);
        }}
      >
        <Ruler aria-hidden />
        {t(isBusy ? 'benchmark.entry.estimating' : 'benchmark.entry.estimate')}
      </button>
    </Tip>
  );
}
