import { X } from 'lucide-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { variantKey } from '../../store/variants-slice.ts';
import { PixelCanvas } from '../stage/pixel-canvas.tsx';
import { goTo, moveKeyframe, removeKeyframe, useWalk, type WalkKeyframe } from './walk-state.ts';

/** One keyframe: a press goes there, a drag or Alt and arrows move it, Delete takes it out. */
export function KeyframeCell(props: {
  keyframe: WalkKeyframe;
  index: number;
  count: number;
  /** The playhead is on it. */
  here: boolean;
  /** Pixels it is moved by while one is dragged. */
  offset: number;
  lifted: boolean;
  onPress(event: PointerEvent): void;
}) {
  const { t } = useTranslation();
  const { index, keyframe } = props;
  const { seed, blend } = keyframe;
  const key = variantKey({ seed, blend });
  const image = useStudio((state) => state.variants.get(key)?.image ?? null);
  const status = useStudio((state) => state.variants.get(key)?.status ?? 'waiting');
  const name = blend.length > 0 ? t('walk.blend', { seed }) : String(seed);

  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (event.altKey && by !== 0) moveKeyframe(index, index + by);
    else if (event.key === 'Delete' || event.key === 'Backspace') removeKeyframe(index);
    else if (event.key === 'Enter' || event.key === ' ') {
      useWalk.setState({ playing: false });
      goTo(index, 'now');
    } else return;
    event.preventDefault();
  };
  return (
    <li
      className="walk-cell thumb"
      data-selected={props.here}
      data-lifted={props.lifted}
      style={{ transform: `translateX(${props.offset}px)` }}
    >
      <button
        type="button"
        className="thumb-image"
        data-testid={`keyframe-${index}`}
        data-seed={seed}
        data-status={status}
        aria-current={props.here}
        aria-label={t('walk.keyframe', { n: index + 1, count: props.count, name })}
        aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Delete"
        onPointerDown={props.onPress}
        onKeyDown={onKeyDown}
      >
        {image && <PixelCanvas image={image} label="" smooth />}
      </button>
      <button
        type="button"
        className="thumb-pin walk-remove"
        data-testid={`keyframe-remove-${index}`}
        aria-label={t('walk.remove', { n: index + 1 })}
        onClick={() => removeKeyframe(index)}
      >
        <X aria-hidden />
      </button>
      <span className="thumb-seed number" aria-hidden>
        {name}
      </span>
    </li>
  );
}
