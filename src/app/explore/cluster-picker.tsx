import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { PixelCanvas } from '../stage/pixel-canvas.tsx';

/** Thumbnails of every style cluster, of which one may be chosen. */
export function ClusterPicker(props: {
  label: string;
  /** Null: none is chosen, each cell draws its own. */
  value: number | null;
  /** Of each thumbnail: `<prefix>-<n>`. */
  testIdPrefix: string;
  small?: boolean;
  onChange(cluster: number): void;
}) {
  const { t } = useTranslation();
  const own = useStudio((state) => state.view.style.palette !== null);
  const thumbnails = useStudio((state) => state.clusterThumbnails);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a box of its own
    <div
      className={props.small ? 'clusters small' : 'clusters'}
      role="group"
      aria-label={props.label}
    >
      {thumbnails.map(({ cluster, status, image }) => (
        <button
          key={cluster}
          type="button"
          className="cluster"
          data-testid={`${props.testIdPrefix}-${cluster}`}
          data-status={status}
          aria-pressed={props.value === cluster}
          aria-label={t(own ? 'style.style' : 'style.cluster', { n: cluster })}
          title={t(own ? 'style.style' : 'style.cluster', { n: cluster })}
          onClick={() => props.onChange(cluster)}
        >
          {image && <PixelCanvas image={image} label="" smooth />}
          <span className="number" aria-hidden>
            {cluster}
          </span>
        </button>
      ))}
    </div>
  );
}
