import { bundleReference } from '../dataset/dataset-manifest.ts';
import type { RealSet } from '../engine/create-dataset-client.ts';
import { toPlainError } from '../errors.ts';
import type { DatasetPlan } from '../pipeline/plan/dataset-plan.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import type { SheetItem, SheetSample } from '../pipeline/sheet-sample.ts';
import type { ArchiveKind, OpenedSet } from '../services/dataset-service.ts';
import { toErrorView } from './error-view.ts';
import { sampleKey } from './kept-slice.ts';
import { type PlanDraft, planOfDraft } from './plan-draft.ts';
import {
  chosenModels,
  recipeOfView,
  spotModelEntry,
  styleCount,
  templateOfView,
} from './recipe-of-view.ts';
import type { SliceContext } from './slice-context.ts';
import { readDraft, writeDraft } from './stored-draft.ts';
import type { ErrorView } from './studio-state.ts';

/** A data set that was dropped back on the page. */
export interface OpenedDataset {
  status: 'busy' | 'done' | 'failed';
  name: string;
  file: File;
  set: OpenedSet | null;
  error: ErrorView | null;
}

/** A real data set to compare with. */
export interface RealSetState {
  status: 'busy' | 'done' | 'failed';
  name: string;
  done: number;
  total: number;
  set: RealSet | null;
  error: ErrorView | null;
}

/** Which set a contact sheet is of. */
export type SheetSource = 'export' | 'opened';

/** The plan of the next set, sets that were opened again, and the real set to compare with. */
export interface DatasetSlice {
  planDraft: PlanDraft;
  openedDataset: OpenedDataset | null;
  realSet: RealSetState | null;
  updatePlan(patch: Partial<PlanDraft>): void;
  /** The plan as it would be run now; null before there is a mask model. */
  plannedSet(): DatasetPlan | null;
  /** Runs the plan. */
  startPlan(toPickedFile: boolean): Promise<void>;
  /**
   * Opens a dropped archive if it is a data set of ours. Edited samples in it are kept, but for those that this browser
   * has edits of already.
   * @returns What the archive is; only `dataset` was opened.
   */
  openDataset(file: File): Promise<ArchiveKind>;
  closeDataset(): void;
  /** Measures a real set; the next report compares with it. */
  compareWith(files: File[]): Promise<void>;
  /** Puts the real set away; measuring it stops. */
  forgetRealSet(): void;
  /** Small pictures of a part of a set; none when there are none yet. */
  sheetPart(source: SheetSource, part: number): Promise<SheetItem[]>;
  sheetSample(source: SheetSource, index: number): Promise<SheetSample | null>;
}

/** Makes the slice. */
export function createDatasetSlice({ set, get, engine }: SliceContext): DatasetSlice {
  let measuring: AbortController | null = null;

  function keepEdited(recipes: readonly SampleRecipe[], name: string): void {
    const known = new Set(
      get()
        .kept.filter(({ recipe }) => recipe.edits !== null)
        .map(({ recipe }) => sampleKey(recipe)),
    );
    const fresh = recipes.filter((recipe) => !known.has(sampleKey(recipe)));
    for (const recipe of fresh) get().keep(recipe, { origin: 'dataset' });
    if (fresh.length === 0) return;
    const values = { count: fresh.length, name };
    get().notify({ kind: 'success', message: 'notice.editedKept', values });
  }

  return {
    planDraft: readDraft(),
    openedDataset: null,
    realSet: null,
    updatePlan(patch) {
      const planDraft = { ...get().planDraft, ...patch };
      set({ planDraft });
      writeDraft(planDraft);
    },
    plannedSet() {
      const state = get();
      const { mask, image } = chosenModels(state);
      if (!mask) return null;
      const { view, planDraft, kept, language, realSet } = state;
      const pair = [mask.manifest, image?.manifest ?? null] as const;
      const template = templateOfView(view, ...pair);
      const spots = spotModelEntry(state.models, template);
      const used = [...pair, spots?.manifest ?? null].filter((manifest) => manifest !== null);
      return planOfDraft(planDraft, {
        template,
        inView: recipeOfView(view, ...pair),
        kept,
        styles: styleCount(pair[1], view.style.palette),
        bundles: used.map(bundleReference),
        language,
        real: realSet?.set?.summary ?? null,
      });
    },
    async startPlan(toPickedFile) {
      const plan = get().plannedSet();
      if (plan) await get().runPlan(plan, toPickedFile);
    },
    async openDataset(file) {
      const kind = await engine.datasets.look(file).catch((): ArchiveKind => 'other');
      if (kind !== 'dataset') return kind;
      const { name } = file;
      set({ openedDataset: { status: 'busy', name, file, set: null, error: null } });
      try {
        const opened = await engine.datasets.open(file);
        set({ openedDataset: { status: 'done', name, file, set: opened, error: null } });
        keepEdited(opened.edited, name);
      } catch (cause) {
        set({
          openedDataset: { status: 'failed', name, file, set: null, error: toErrorView(cause) },
        });
      }
      return kind;
    },
    closeDataset() {
      set({ openedDataset: null });
      void engine.datasets.close().catch(() => undefined);
    },
    async compareWith(files) {
      measuring?.abort();
      const controller = new AbortController();
      measuring = controller;
      const name = files.length === 1 ? files[0].name : files[0].webkitRelativePath.split('/')[0];
      const busy: RealSetState = {
        status: 'busy',
        name: name || files[0].name,
        done: 0,
        total: 0,
        set: null,
        error: null,
      };
      set({ realSet: busy });
      const onProgress = (done: number, total: number) => {
        if (measuring === controller) set({ realSet: { ...busy, done, total } });
      };
      try {
        const measured = await engine.datasets.measure(files, onProgress, controller.signal);
        if (measuring !== controller) return;
        // Progress has a channel of its own and may come after the result.
        measuring = null;
        set({ realSet: { ...busy, status: 'done', name: measured.summary.name, set: measured } });
      } catch (cause) {
        if (measuring !== controller || toPlainError(cause).code === 'cancelled') return;
        measuring = null;
        set({ realSet: { ...busy, status: 'failed', error: toErrorView(cause) } });
      }
    },
    forgetRealSet() {
      measuring?.abort();
      measuring = null;
      set({ realSet: null });
    },
    sheetPart(source, part) {
      const from = source === 'export' ? engine.exports : engine.datasets;
      return from.sheet(part).catch(() => []);
    },
    sheetSample(source, index) {
      const from = source === 'export' ? engine.exports : engine.datasets;
      return from.sample(index).catch(() => null);
    },
  };
}
