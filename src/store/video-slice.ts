import { toPlainError } from '../errors.ts';
import { plainErrorView, toErrorView } from './error-view.ts';
import { chosenModels, templateOfView } from './recipe-of-view.ts';
import type { SliceContext } from './slice-context.ts';
import type { VideoSlice } from './studio-state.ts';

/** One film at a time, made in the background from the view's settings. */
export function createVideoSlice({ set, get, engine }: SliceContext): VideoSlice {
  const isRunning = () => {
    const status = get().videoJob?.status;
    return status === 'running' || status === 'finishing';
  };
  return {
    videoJob: null,
    videoFormats: ['zip'],
    async findVideoFormats(shape) {
      const videoFormats = await engine.videos.formats(shape).catch(() => ['zip'] as const);
      set({ videoFormats });
    },
    async startVideo({ what, style, fileName, ...request }) {
      const { mask, image } = chosenModels(get());
      if (!mask || isRunning()) return;
      const painter = what === 'image' ? (image?.manifest ?? null) : null;
      const template = templateOfView(get().view, mask.manifest, painter);
      // One style for all cells: those drawn per cell would change with the numbering of the cells.
      const steady = { ...template.style, mode: 'cluster' as const, cluster: style };
      try {
        await engine.videos.make(
          { ...request, template: { ...template, style: steady } },
          ({ error, ...progress }) =>
            set({ videoJob: { ...progress, fileName, error: error && plainErrorView(error) } }),
        );
      } catch (error) {
        set({ videoJob: null });
        if (toPlainError(error).code === 'cancelled') return;
        get().notify({ kind: 'error', message: 'notice.videoFailed', error: toErrorView(error) });
      }
    },
    cancelVideo: () => engine.videos.cancel(),
    saveVideo() {
      const { videoJob } = get();
      if (videoJob?.file) engine.download(videoJob.file, videoJob.fileName);
    },
    dismissVideo() {
      if (!isRunning()) set({ videoJob: null });
    },
  };
}
