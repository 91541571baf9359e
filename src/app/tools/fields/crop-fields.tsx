import { useTranslation } from 'react-i18next';
import { Segmented } from '../../controls/segmented.tsx';
import { SelectRow } from '../../controls/select-row.tsx';
import { NumberRow } from '../number-row.tsx';
import { SizeRows } from './size-rows.tsx';
import { useStep } from './use-step.ts';

const WAYS = ['centre', 'box', 'tiles'] as const;
const EDGES = ['shift', 'pad', 'drop'] as const;

/** Settings of cropping. */
export function CropFields() {
  const { t } = useTranslation();
  const [step, change] = useStep('crop');
  const mostOverlap = Math.min(step.width, step.height) - 1;
  return (
    <>
      <Segmented
        stretch
        label={t('tools.field.how')}
        value={step.how}
        segments={WAYS.map((value) => ({ value, label: t(`tools.field.howValue.${value}`) }))}
        onChange={(how) => change({ how })}
      />
      {step.how === 'box' &&
        (['x', 'y'] as const).map((corner) => (
          <NumberRow
            key={corner}
            label={t(`tools.field.${corner}`)}
            value={step[corner]}
            min={0}
            max={16384}
            suffix={t('unit.px')}
            onChange={(value) => change({ [corner]: value })}
          />
        ))}
      <SizeRows
        width={step.width}
        height={step.height}
        onChange={(size) => {
          const sides = { width: step.width, height: step.height, ...size };
          // A smaller tile leaves less to share.
          const overlap = Math.min(step.overlap, Math.min(sides.width, sides.height) - 1);
          change({ ...size, overlap });
        }}
      />
      {step.how === 'tiles' && (
        <>
          <NumberRow
            label={t('tools.field.overlap')}
            value={step.overlap}
            min={0}
            max={mostOverlap}
            suffix={t('unit.px')}
            onChange={(overlap) => change({ overlap })}
          />
          <SelectRow
            label={t('tools.field.edge')}
            value={step.edge}
            options={EDGES.map((value) => ({ value, label: t(`tools.field.edgeValue.${value}`) }))}
            onChange={(edge) => change({ edge })}
          />
        </>
      )}
    </>
  );
}
