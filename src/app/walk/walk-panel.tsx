import { Pin, Plus } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { isShownBy, stopPaced } from '../navigate/paced-view.ts';
import { useFrames } from '../navigate/use-frames.ts';
import { addCurrent, addPinned } from './add-keyframes.ts';
import { playOn, useWalk } from './walk-state.ts';
import { WalkTimeline } from './walk-timeline.tsx';
import './walk.css';

/** Keyframes and the playhead; until there are two, how to get them. */
export function WalkPanel() {
  const playing = useWalk((walk) => walk.playing);
  const count = useWalk((walk) => walk.keyframes.length);
  useFrames(playing, playOn);
  useStopWhenLeft();
  return count === 0 ? <EmptyWalk /> : <WalkTimeline />;
}

/** Something else was brought into view, or the walk is left: it stops. */
function useStopWhenLeft(): void {
  const seed = useStudio((state) => state.view.seed);
  const blend = useStudio((state) => state.view.blend);
  useEffect(() => {
    if (!isShownBy({ seed, blend }, 'walk')) useWalk.setState({ playing: false });
  }, [seed, blend]);
  useEffect(() => leaveWalk, []);
}

function leaveWalk(): void {
  stopPaced();
  useWalk.setState({ playing: false });
}

function EmptyWalk() {
  const { t } = useTranslation();
  const pinned = useStudio((state) => state.view.pinned.length);
  return (
    <div className="walk-empty" data-testid="walk-empty">
      <p className="hint">{t('walk.empty')}</p>
      <div>
        <button
          type="button"
          className="button small"
          data-testid="walk-start"
          onClick={addCurrent}
        >
          <Plus aria-hidden />
          {t('walk.addCurrent')}
        </button>
        <button
          type="button"
          className="button small"
          data-testid="walk-take-pinned"
          disabled={pinned === 0}
          onClick={addPinned}
        >
          <Pin aria-hidden />
          {t('walk.addPinned', { n: pinned })}
        </button>
      </div>
    </div>
  );
}
