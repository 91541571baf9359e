import { bundleReference } from '../dataset/dataset-manifest.ts';
import type { ExportProgress } from '../engine/export-client.ts';
import { toPlainError } from '../errors.ts';
import { plainPlan } from '../pipeline/plan/dataset-plan.ts';
import { plainErrorView, toErrorView } from './error-view.ts';
import { chosenModels, recipeOfView, spotModelEntry, templateOfView } from './recipe-of-view.ts';
import type { SliceContext } from './slice-context.ts';
import type { ExportSlice } from './studio-state.ts';

/** The export slice, and the look for what a closed tab left behind. */
export interface ExportPart {
  slice: ExportSlice;
  findInterrupted(): Promise<void>;
}

/** One export at a time, made in the background from the view's settings. */
export function createExportPart({ set, get, engine }: SliceContext): ExportPart {
  const show = ({ error, ...progress }: ExportProgress) =>
    set({ exportJob: { ...progress, error: error && plainErrorView(error) } });

  /** Failures inside a job are in its progress; what is left are those before it began. */
  async function attempt(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      if (toPlainError(error).code === 'cancelled') return;
      get().notify({ kind: 'error', message: 'notice.exportFailed', error: toErrorView(error) });
    }
  }

  const isRunning = () => {
    const status = get().exportJob?.status;
    return status === 'running' || status === 'paused' || status === 'finishing';
  };

  return {
    async findInterrupted() {
      const found = await engine.exports.findInterrupted().catch(() => null);
      if (found && !get().exportJob) show(found);
    },
    slice: {
      exportJob: null,
      canPickFile: engine.exports.canPickFile,
      async startExport(request) {
        const state = get();
        const { mask, image } = chosenModels(state);
        if (!mask || isRunning()) return;
        const pair = [mask.manifest, image?.manifest ?? null] as const;
        const template = templateOfView(state.view, ...pair);
        const inView = recipeOfView(state.view, ...pair);
        const spots = spotModelEntry(state.models, template);
        const used = [...pair, spots?.manifest ?? null].filter((manifest) => manifest !== null);
        const bundles = used.map(bundleReference);
        const { seeds, fileName, toPickedFile } = request;
        const plan = { ...plainPlan(seeds, template, bundles), fileName, inPlace: [inView] };
        await get().runPlan(plan, toPickedFile);
      },
      async runPlan(plan, toPickedFile) {
        if (isRunning()) return;
        await attempt(() => engine.exports.start(plan, toPickedFile, show));
      },
      pauseExport: () => engine.exports.pause(),
      unpauseExport: () => engine.exports.unpause(),
      cancelExport() {
        engine.exports.cancel();
      },
      async resumeExport() {
        if (!isRunning()) await attempt(() => engine.exports.resume(show));
      },
      async saveInterruptedExport() {
        if (!isRunning()) await attempt(() => engine.exports.saveInterrupted(show));
      },
      async dismissExport() {
        if (isRunning()) return;
        set({ exportJob: null });
        await attempt(() => engine.exports.dismiss());
      },
    },
  };
}
