import { memo } from 'react';
import type { LabelImage } from '../../../imaging/image.ts';
import { outlinesOf } from '../../stage/outlines.ts';
import { VERDICTS, type Verdict, type VerdictObjects } from './verdicts.ts';

function pathOf(labels: LabelImage, ids: readonly number[]): string {
  const outlines = outlinesOf(labels);
  return ids.map((id) => outlines.get(id) ?? '').join('');
}

/** Outlines of objects, coloured by what became of them; true ones are dashed where a found one is drawn too. */
export const OutlineLayer = memo(function OutlineLayer(props: {
  truth: LabelImage;
  found: LabelImage | null;
  objects: Record<Verdict, VerdictObjects> | null;
  shown: ReadonlySet<Verdict | 'truth'>;
}) {
  const { truth, found, objects, shown } = props;
  const all = [...outlinesOf(truth).keys()];
  return (
    <svg
      className="bench-outlines"
      viewBox={`0 0 ${truth.width} ${truth.height}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {shown.has('truth') && <path className="outline truth" d={pathOf(truth, all)} />}
      {objects &&
        VERDICTS.filter((verdict) => shown.has(verdict)).map((verdict) => (
          <g key={verdict} data-verdict={verdict}>
            {verdict !== 'matched' && objects[verdict].truth.length > 0 && (
              <path
                className={verdict === 'missed' ? 'outline' : 'outline dashed'}
                d={pathOf(truth, objects[verdict].truth)}
              />
            )}
            {found && objects[verdict].found.length > 0 && (
              <path className="outline" d={pathOf(found, objects[verdict].found)} />
            )}
          </g>
        ))}
    </svg>
  );
});
