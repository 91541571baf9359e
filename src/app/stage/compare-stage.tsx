import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SplitDivider } from './split-divider.tsx';
import { useBlink } from './use-blink.ts';
import { type CompareMode, useCompare } from './use-compare.ts';
import type { Extent } from './viewport.ts';
import './compare.css';

/** One of the two things compared. */
export interface CompareLayer {
  /** What it shows, in the person's language. */
  name: string;
  /**
   * Canvases, outlines …, each placed absolutely in the stage, as `placeImage` of the shared viewport says. It stays
   * mounted whatever the mode, so it may hold a canvas that is drawn by its owner.
   */
  content: ReactNode;
}

/**
 * Two layers in one stage (an element with a position, whose whole room this fills): the upper one above the lower, in
 * turns, or side by side at a divider. Settings are in `useCompare`; `CompareControls` changes them.
 * @param props.panel The stage's room in CSS pixels, as `useExtent` measures it.
 * @param props.below The lower layer; the right side of a split.
 * @param props.above The upper layer; the left side of a split.
 */
export function CompareStage(props: {
  mode: CompareMode;
  below: CompareLayer;
  above: CompareLayer;
  panel: Extent;
}) {
  const { mode, below, above, panel } = props;
  const split = useCompare((compare) => compare.split);
  const opacity = useCompare((compare) => compare.opacity);
  const showsAbove = useCompare((compare) => compare.showsAbove);
  const shownAbove = mode !== 'blink' || showsAbove;
  const at = split * panel.width;
  return (
    <>
      <div
        className="compare-layer"
        data-testid="layer-below"
        data-shown={mode !== 'blink' || !showsAbove}
        style={{ clipPath: mode === 'split' ? `inset(0 0 0 ${at}px)` : undefined }}
      >
        {below.content}
      </div>
      <div
        className="compare-layer"
        data-testid="layer-above"
        data-shown={shownAbove}
        style={{
          clipPath: mode === 'split' ? `inset(0 ${panel.width - at}px 0 0)` : undefined,
          opacity: mode === 'overlay' ? opacity : undefined,
        }}
      >
        {above.content}
      </div>
      {mode === 'split' && (
        <SplitDivider panel={panel} leftName={above.name} rightName={below.name} />
      )}
      {mode === 'split' && <SplitNames left={above.name} right={below.name} />}
      {mode === 'blink' && <BlinkName name={showsAbove ? above.name : below.name} />}
    </>
  );
}

function SplitNames({ left, right }: { left: string; right: string }) {
  return (
    <>
      <span className="compare-name left" aria-hidden>
        {left}
      </span>
      <span className="compare-name right" aria-hidden>
        {right}
      </span>
    </>
  );
}

/** Turns the layers round, and says which one is to be seen. */
function BlinkName({ name }: { name: string }) {
  const { t } = useTranslation();
  useBlink();
  return (
    <span className="compare-name" data-testid="blink-name" title={t('look.compare.shows')}>
      {name}
    </span>
  );
}
