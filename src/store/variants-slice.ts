import type { LatentPoint } from '../pipeline/latent-sum.ts';
import { createMaskList } from './mask-list.ts';
import { rawMaskKey } from './recipe-of-view.ts';
import type { SliceContext } from './slice-context.ts';
import type { Thumbnail } from './studio-state.ts';
import type { ThumbnailCache } from './thumbnail-cache.ts';
import { thumbnailTemplate } from './thumbnail-maker.ts';

/** A sample beside the one in view: somewhere else in the latent space, or at another truncation. */
export interface Variant extends LatentPoint {
  /** That of the view, unless it says another. */
  psi?: number;
}

/** Masks of samples beside the one in view: steps of a sweep, neighbours, keyframes of a walk. */
export interface VariantsSlice {
  /** By `variantKey`, at the other settings of the view. */
  variants: ReadonlyMap<string, Thumbnail>;
  /** Says which are on screen; the others are forgotten. */
  showVariants(variants: readonly Variant[]): void;
}

/** Names a variant. */
export function variantKey({ seed, blend, psi }: Variant): string {
  return JSON.stringify([seed, blend, psi]);
}

/** The slice, and what the rest of the studio tells it. */
export function createVariantsPart(
  context: SliceContext,
  cache: ThumbnailCache,
): { slice: VariantsSlice; follow(): void; goOn(): void; again(): void } {
  const { set, get } = context;
  const byKey = new Map<string, Variant>();
  let settings = '';
  const masks = createMaskList<string>(context, {
    cache,
    recipeOf(key) {
      const template = thumbnailTemplate(get());
      const variant = byKey.get(key);
      if (!template || !variant) return null;
      return { ...template, ...variant, psi: variant.psi ?? template.psi };
    },
    read: () => get().variants,
    write: (variants) => set({ variants }),
  });
  return {
    slice: {
      variants: new Map(),
      showVariants(variants) {
        byKey.clear();
        for (const variant of variants) byKey.set(variantKey(variant), variant);
        masks.want([...byKey.keys()], []);
      },
    },
    follow() {
      const template = thumbnailTemplate(get());
      const now = template ? rawMaskKey({ ...template, seed: 0 }) : '';
      if (now === settings) return;
      settings = now;
      masks.restart();
    },
    goOn: masks.goOn,
    again: masks.again,
  };
}
