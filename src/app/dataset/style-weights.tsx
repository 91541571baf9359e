import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { NumberField } from '../controls/number-field.tsx';
import { PixelCanvas } from '../stage/pixel-canvas.tsx';

/** How often each style cluster is drawn; the shares are shown. */
export function StyleWeights(props: {
  styles: number;
  weights: readonly number[];
  onChange(weights: number[]): void;
}) {
  const { t } = useTranslation();
  const pictures = useStudio((state) => state.clusterThumbnails);
  const all = Array.from({ length: props.styles }, (_, at) => props.weights[at] ?? 1);
  const sum = all.reduce((total, weight) => total + weight, 0);
  return (
    <>
      <ul className="style-weights">
        {all.map((weight, cluster) => {
          const image = pictures.find((each) => each.cluster === cluster)?.image;
          const share = sum > 0 ? Math.round((weight / sum) * 100) : 0;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a cluster is its number
            <li key={cluster} data-off={weight === 0}>
              <span className="style-picture">
                {image && <PixelCanvas image={image} label="" smooth />}
              </span>
              <NumberField
                label={t('dataset.weightOf', { cluster })}
                value={weight}
                min={0}
                max={100}
                step={1}
                digits={Number.isInteger(weight) ? 0 : 1}
                testId={`plan-weight-${cluster}`}
                onChange={(next) => props.onChange(all.map((w, at) => (at === cluster ? next : w)))}
              />
              <span className="hint number">{share} %</span>
            </li>
          );
        })}
      </ul>
      {sum === 0 && <p className="invalid">{t('dataset.noWeights')}</p>}
    </>
  );
}
