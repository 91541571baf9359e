import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LARGEST_SEED } from '../../pipeline/seed-ranges.ts';
import type { ModelEntry } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';
import { exampleKey } from '../../store/trials-slice.ts';
import { NumberField } from '../controls/number-field.tsx';
import { StudioDialog } from '../controls/studio-dialog.tsx';
import { CompareTable } from './compare-table.tsx';
import { ExampleFrame } from './model-preview.tsx';

/** Two models of a kind: what they make of one seed, and what they are made of. */
export function CompareDialog(props: {
  model: ModelEntry;
  others: readonly ModelEntry[];
  open: boolean;
  onOpenChange(open: boolean): void;
}) {
  const { t } = useTranslation();
  return (
    <StudioDialog
      wide
      open={props.open}
      title={t('trial.compareTitle')}
      testId="compare-dialog"
      onOpenChange={props.onOpenChange}
    >
      <Comparison model={props.model} others={props.others} />
    </StudioDialog>
  );
}

function Comparison({ model, others }: { model: ModelEntry; others: readonly ModelEntry[] }) {
  const { t } = useTranslation();
  const inView = useStudio((state) => state.view.seed);
  const compareExamples = useStudio((state) => state.compareExamples);
  const [seed, setSeed] = useState(inView);
  const [otherHash, setOther] = useState(others[0].sha256);
  const other = others.find(({ sha256 }) => sha256 === otherHash) ?? others[0];
  const id = useId();
  useEffect(() => {
    void compareExamples([model.sha256, other.sha256], seed);
  }, [compareExamples, model.sha256, other.sha256, seed]);
  return (
    <div className="dialog-body compare">
      <div className="compare-choice">
        <label className="form-field" htmlFor={`${id}-with`}>
          <span className="form-label">{t('trial.with')}</span>
          <select
            id={`${id}-with`}
            className="field"
            data-testid="compare-with"
            value={other.sha256}
            onChange={(event) => setOther(event.target.value)}
          >
            {others.map(({ sha256, manifest }) => (
              <option key={sha256} value={sha256}>
                {manifest.name} ({sha256.slice(0, 8)})
              </option>
            ))}
          </select>
        </label>
        <div className="form-field">
          <span className="form-label">{t('latent.seed')}</span>
          <NumberField
            value={seed}
            min={0}
            max={LARGEST_SEED}
            step={1}
            label={t('latent.seed')}
            className="number"
            testId="compare-seed"
            onChange={setSeed}
          />
        </div>
      </div>
      <div className="compare-pictures">
        {[model, other].map((one) => (
          <ComparedPicture key={one.sha256} model={one} seed={seed} />
        ))}
      </div>
      <CompareTable models={[model, other]} seed={seed} />
    </div>
  );
}

function ComparedPicture({ model, seed }: { model: ModelEntry; seed: number }) {
  const { t } = useTranslation();
  const example = useStudio((state) => state.comparison.get(exampleKey(model.sha256, seed)));
  const { name } = model.manifest;
  return (
    <figure>
      <ExampleFrame
        example={example}
        label={t('trial.exampleOf', { name, seed })}
        className="compare-picture"
      />
      <figcaption>{name}</figcaption>
    </figure>
  );
}
