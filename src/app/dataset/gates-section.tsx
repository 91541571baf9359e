import { CircleCheck, CircleX } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { hasGates, judgeSample, type QualityGates } from '../../dataset/quality-gates.ts';
import { factsOfSample } from '../../dataset/sample-facts.ts';
import { useStudio } from '../../store/studio-store.ts';
import { NumberField } from '../controls/number-field.tsx';
import { SwitchRow } from '../controls/switch-row.tsx';
import { GateRow } from './gate-row.tsx';

/** What a sample must be like, and whether the one in view is. */
export function GatesSection() {
  const { t } = useTranslation();
  const gates = useStudio((state) => state.planDraft.gates);
  const update = useStudio((state) => state.updatePlan);
  const change = (patch: Partial<QualityGates>) => update({ gates: { ...gates, ...patch } });
  return (
    <>
      <GateRow
        label={t('dataset.gateCells')}
        range={gates.cells}
        max={65_535}
        testId="gate-cells"
        onChange={(cells) => change({ cells })}
      />
      <GateRow
        label={t('dataset.gateCoverage')}
        range={gates.coverage}
        max={1}
        unit={0.01}
        digits={1}
        testId="gate-coverage"
        onChange={(coverage) => change({ coverage })}
      />
      <GateRow
        label={t('dataset.gateIntensity')}
        range={gates.intensity}
        max={255}
        testId="gate-intensity"
        onChange={(intensity) => change({ intensity })}
      />
      <SwitchRow
        label={t('dataset.gateBorder')}
        checked={gates.noBorder}
        onChange={(noBorder) => change({ noBorder })}
      />
      {hasGates(gates) && (
        <>
          <div className="control-row">
            <span className="control-label">{t('dataset.tries')}</span>
            <NumberField
              className="range-number"
              label={t('dataset.tries')}
              value={gates.tries}
              min={1}
              max={1000}
              step={1}
              onChange={(tries) => change({ tries })}
            />
          </div>
          <Verdict gates={gates} />
          <p className="hint">{t('dataset.gatesHint')}</p>
        </>
      )}
    </>
  );
}

/** Whether the sample in view would come into the set. */
function Verdict({ gates }: { gates: QualityGates }) {
  const { t } = useTranslation();
  const pixels = useStudio((state) => state.sample.pixels);
  const facts = useMemo(() => pixels && factsOfSample(pixels), [pixels]);
  if (!facts) return null;
  const failed = judgeSample(facts, gates);
  const passes = failed.length === 0;
  const shown = (gate: string, found: number) =>
    gate === 'coverage' ? `${(found * 100).toFixed(1)} %` : String(Math.round(found));
  return (
    <p className="gate-verdict" data-passes={passes} data-testid="gate-verdict" role="status">
      {passes ? <CircleCheck aria-hidden /> : <CircleX aria-hidden />}
      <span>
        {passes
          ? t('dataset.passes')
          : t('dataset.fails', {
              reasons: failed
                .map(({ gate, found }) =>
                  t(`dataset.failed.${gate}`, { found: shown(gate, found) }),
                )
                .join(t('dataset.listSeparator')),
            })}
      </span>
    </p>
  );
}
