import { maskFromLabels } from '../imaging/mask-from-labels.ts';
import type { MaskEdits } from '../pipeline/recipe.ts';
import { labelsOfEdits } from '../pipeline/truth-of-edits.ts';
import type { KeptSample } from './kept-sample.ts';
import type { SliceContext } from './slice-context.ts';
import type { Thumbnail } from './studio-state.ts';

/** What kept samples look like. */
export interface KeptThumbnailsSlice {
  /** By id of the kept sample; a sample of a model that is not in use fails. */
  keptThumbnails: ReadonlyMap<string, Thumbnail>;
  /** Makes what is missing, one after the other, behind everything else; what failed is tried again. */
  showKept(samples: readonly KeptSample[]): void;
}

/** Masks of kept samples: the generator's own, or that of edited labels. */
export function createKeptThumbnails({ set, get, engine }: SliceContext): KeptThumbnailsSlice {
  const madeOf = new Map<string, MaskEdits | null>();
  let controller = new AbortController();

  const put = (id: string, thumbnail: Thumbnail) =>
    set(({ keptThumbnails }) => ({ keptThumbnails: new Map(keptThumbnails).set(id, thumbnail) }));

  function isMade({ id, recipe }: KeptSample): boolean {
    return get().keptThumbnails.get(id)?.status === 'done' && madeOf.get(id) === recipe.edits;
  }

  async function makeAll(samples: readonly KeptSample[], signal: AbortSignal): Promise<void> {
    for (const { id, recipe } of samples.filter((sample) => !isMade(sample))) {
      if (signal.aborted) return;
      put(id, { status: 'busy', image: get().keptThumbnails.get(id)?.image ?? null });
      try {
        const { edits } = recipe;
        const image = edits
          ? maskFromLabels(labelsOfEdits(edits).labels)
          : await engine.generation.makeRawMask(recipe, { priority: 'idle', signal });
        madeOf.set(id, edits);
        if (!signal.aborted) put(id, { status: 'done', image });
      } catch {
        if (!signal.aborted) put(id, { status: 'failed', image: null });
      }
    }
  }

  return {
    keptThumbnails: new Map(),
    showKept(samples) {
      controller.abort();
      controller = new AbortController();
      if (get().modelsStatus === 'ready') void makeAll(samples, controller.signal);
    },
  };
}
