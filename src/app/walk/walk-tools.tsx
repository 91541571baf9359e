import { Film, Pause, Pin, Play, Plus, Repeat, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { walkLength } from '../../pipeline/latent-walk.ts';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { NumberField } from '../controls/number-field.tsx';
import { Segmented } from '../controls/segmented.tsx';
import { openVideoOf } from '../video/video-dialog-state.ts';
import { addCurrent, addPinned } from './add-keyframes.ts';
import { SECONDS } from './stored-walk.ts';
import { clearKeyframes, togglePlay, useWalk } from './walk-state.ts';

/** Play, pace and curve of the walk, its keyframes, and the video of it. */
export function WalkTools() {
  const { t } = useTranslation();
  const { keyframes, curve, loop, seconds, playing } = useWalk();
  const pinned = useStudio((state) => state.view.pinned.length);
  const still = walkLength({ keyframes, loop }) === 0;
  return (
    <>
      <span className="tool-group">
        <IconButton
          small
          label={t(playing ? 'walk.pause' : 'walk.play')}
          keys={t('help.space')}
          icon={playing ? <Pause /> : <Play />}
          data-testid="walk-play"
          aria-pressed={playing}
          disabled={still}
          onClick={togglePlay}
        />
        <IconButton
          small
          label={t('walk.loop')}
          icon={<Repeat />}
          data-testid="walk-loop"
          aria-pressed={loop}
          onClick={() =>
            useWalk.setState(({ at, keyframes }) => ({
              loop: !loop,
              at: Math.min(at, walkLength({ keyframes, loop: !loop })),
            }))
          }
        />
        <span className="axis-field short number">
          <NumberField
            value={seconds}
            min={SECONDS.from}
            max={SECONDS.to}
            step={0.1}
            digits={1}
            label={t('walk.seconds')}
            testId="walk-seconds"
            onChange={(next) => useWalk.setState({ seconds: next })}
          />
          <span className="walk-unit" title={t('walk.seconds')}>
            {t('walk.secondsUnit')}
          </span>
        </span>
        <Segmented
          label={t('walk.curve')}
          value={curve}
          segments={[
            { value: 'linear', label: t('walk.linear'), hint: t('walk.linearHint') },
            { value: 'cubic', label: t('walk.cubic'), hint: t('walk.cubicHint') },
          ]}
          onChange={(next) => useWalk.setState({ curve: next })}
        />
      </span>
      <span className="tool-group">
        <IconButton
          small
          label={t('walk.addCurrent')}
          icon={<Plus />}
          data-testid="walk-add"
          onClick={addCurrent}
        />
        <IconButton
          small
          label={t('walk.addPinned', { n: pinned })}
          icon={<Pin />}
          data-testid="walk-add-pinned"
          disabled={pinned === 0}
          onClick={addPinned}
        />
        <IconButton
          small
          label={t('walk.clear')}
          icon={<Trash2 />}
          data-testid="walk-clear"
          disabled={keyframes.length === 0}
          onClick={clearKeyframes}
        />
      </span>
      <button
        type="button"
        className="button small"
        data-testid="walk-video"
        aria-label={t('walk.video')}
        disabled={keyframes.length === 0}
        onClick={() =>
          openVideoOf(
            { keyframes: keyframes.map(({ seed, blend }) => ({ seed, blend })), curve, loop },
            seconds,
          )
        }
      >
        <Film aria-hidden />
        <span className="wide">{t('walk.video')}</span>
      </button>
    </>
  );
}
