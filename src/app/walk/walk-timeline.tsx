import { Slider } from 'radix-ui';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { walkLength } from '../../pipeline/latent-walk.ts';
import { useVariants } from '../navigate/use-variants.ts';
import { KeyframeCell } from './keyframe-cell.tsx';
import { useKeyframeDrag } from './use-keyframe-drag.ts';
import { goTo, useWalk } from './walk-state.ts';

/** CSS pixels from keyframe to keyframe. */
export const SEGMENT = 98;

/** Keyframes in a row, the playhead across them, and a slider that moves it. */
export function WalkTimeline() {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const { keyframes, loop, at, seconds, playing } = useWalk();
  const length = walkLength({ keyframes, loop });
  const variants = useMemo(
    () => keyframes.map(({ seed, blend }) => ({ seed, blend })),
    [keyframes],
  );
  const { drag, start } = useKeyframeDrag(keyframes.length, SEGMENT);
  useVariants(variants);
  useEffect(() => {
    if (playing && scroller.current) keepInSight(scroller.current, (at + 0.5) * SEGMENT);
  }, [at, playing]);
  const cells = keyframes.length + (loop && length > 0 ? 1 : 0);
  return (
    <div className="walk-scroll" ref={scroller}>
      <div className="walk-timeline" style={{ width: cells * SEGMENT }} data-testid="walk-timeline">
        <ol className="walk-cells">
          {keyframes.map((keyframe, index) => (
            <KeyframeCell
              key={keyframe.id}
              keyframe={keyframe}
              index={index}
              count={keyframes.length}
              here={Math.abs(at - index) < 0.005}
              offset={drag?.offsetOf(index) ?? 0}
              lifted={drag?.from === index}
              onPress={(event) => start(event, index)}
            />
          ))}
          {cells > keyframes.length && (
            <li className="walk-again hint" aria-hidden>
              {t('walk.again')}
            </li>
          )}
        </ol>
        {length > 0 && (
          <>
            <span className="walk-playhead" style={{ left: (at + 0.5) * SEGMENT }} aria-hidden />
            <Slider.Root
              className="slider walk-slider"
              style={{ marginInline: SEGMENT / 2 - 7 }}
              data-testid="walk-slider"
              value={[at]}
              min={0}
              max={length}
              step={0.01}
              onValueChange={([next]) => {
                useWalk.setState({ playing: false });
                goTo(next, 'paced');
              }}
              onValueCommit={([next]) => goTo(next, 'now')}
            >
              <Slider.Track className="slider-track">
                <span className="slider-range" style={{ width: `${(at / length) * 100}%` }} />
              </Slider.Track>
              <Slider.Thumb
                className="slider-thumb"
                aria-label={t('walk.playhead')}
                aria-valuetext={t('walk.time', {
                  at: (at * seconds).toFixed(1),
                  all: (length * seconds).toFixed(1),
                })}
              />
            </Slider.Root>
          </>
        )}
      </div>
    </div>
  );
}

function keepInSight(scroller: HTMLElement, x: number): void {
  const { scrollLeft, clientWidth } = scroller;
  if (x < scrollLeft || x > scrollLeft + clientWidth) scroller.scrollLeft = x - clientWidth / 2;
}
