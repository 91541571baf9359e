import type { ExploreView } from './studio-state.ts';

const GROUPS = ['transform', 'truth', 'size', 'style'] as const;
type Group = (typeof GROUPS)[number];

/** A part of a view in which the grouped fields may be partial too. */
export type ViewPatch = Partial<Omit<ExploreView, Group>> & {
  [Key in Group]?: Partial<ExploreView[Key]>;
};

/** Equal as JSON: views are plain data with a fixed order of keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function differingFields<Fields extends object>(value: Fields, base: Fields): Partial<Fields> {
  const names = Object.keys(value) as (keyof Fields)[];
  const entries = names.filter((name) => !sameValue(value[name], base[name]));
  return Object.fromEntries(entries.map((name) => [name, value[name]])) as Partial<Fields>;
}

/** What of `view` differs from `base`, down to the fields of the groups. */
export function differenceOfViews(view: ExploreView, base: ExploreView): ViewPatch {
  const patch: ViewPatch = differingFields(view, base);
  if (patch.transform) patch.transform = differingFields(view.transform, base.transform);
  if (patch.truth) patch.truth = differingFields(view.truth, base.truth);
  if (patch.size) patch.size = differingFields(view.size, base.size);
  if (patch.style) patch.style = differingFields(view.style, base.style);
  return patch;
}

/** `base` with the patch laid over it. */
export function patchView(base: ExploreView, patch: ViewPatch): ExploreView {
  return {
    ...base,
    ...patch,
    transform: { ...base.transform, ...patch.transform },
    truth: { ...base.truth, ...patch.truth },
    size: { ...base.size, ...patch.size },
    style: { ...base.style, ...patch.style },
  };
}

/**
 * Moves a view to other defaults (another model was chosen): what was left at the old default follows, what
 * a person or a link has set stays.
 */
export function rebaseView(view: ExploreView, from: ExploreView, to: ExploreView): ExploreView {
  return patchView(to, differenceOfViews(view, from));
}
