import { useMemo } from 'react';
import { displayLevels } from '../../imaging/display-levels.ts';
import { useDisplay } from './use-display.ts';

const HEIGHT = 56;

/** The counts as the outline of an area; by their root, as most pixels of a microscope image are dark. */
function areaOf(counts: Uint32Array): string {
  let highest = 1;
  for (const count of counts) highest = Math.max(highest, count);
  const top = (count: number) => HEIGHT * (1 - (count / highest) ** 0.35);
  const steps = [...counts].map((count, level) => `L${level} ${top(count).toFixed(1)}h1`);
  return `M0 ${HEIGHT}${steps.join('')}L256 ${HEIGHT}Z`;
}

/** How often each level is, and the curve that the display puts over it. */
export function LevelPlot({ counts }: { counts: Uint32Array | null }) {
  const gamma = useDisplay((display) => display.gamma);
  const black = useDisplay((display) => display.black);
  const white = useDisplay((display) => display.white);
  const area = useMemo(() => (counts ? areaOf(counts) : ''), [counts]);
  const curve = useMemo(() => {
    const shown = displayLevels({ gamma, black, white });
    return [...shown]
      .map((level, at) => `${at === 0 ? 'M' : 'L'}${at} ${HEIGHT * (1 - level / 255)}`)
      .join('');
  }, [gamma, black, white]);
  return (
    <svg
      className="level-plot"
      viewBox={`0 0 256 ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
      data-testid="level-plot"
    >
      <path className="level-counts" d={area} />
      <path className="level-curve" d={curve} />
    </svg>
  );
}
