import type { ModelManifest } from '../../checkpoints/bundle/manifest.ts';
import { bundleRows, countNumbers } from '../../checkpoints/tensor-rows.ts';
import { plainFields } from './config-fields.ts';
import { architectureName } from './model-facts.ts';

/** One property of two models. */
export interface CompareRow {
  /** A key of `trial.*`, or a configuration field as it is called there. */
  name: { key: 'architecture' | 'numbers' | 'tensors' } | string;
  values: [string, string];
  same: boolean;
}

function row(name: CompareRow['name'], values: [string, string]): CompareRow {
  return { name, values, same: values[0] === values[1] };
}

/**
 * What two models are made of, side by side: those that differ first, else in the order of the first one.
 * @param formatNumber Numbers in the page's language.
 */
export function compareRows(
  models: readonly [ModelManifest, ModelManifest],
  formatNumber: (value: number) => string,
): CompareRow[] {
  const both = <T>(read: (manifest: ModelManifest) => T): [T, T] => [
    read(models[0]),
    read(models[1]),
  ];
  const tensors = both(bundleRows);
  const fields = both((manifest) => new Map(plainFields(manifest.config)));
  const names = new Set(fields.flatMap((each) => [...each.keys()]));
  const config = [...names].map((name) =>
    row(name, [fields[0].get(name) ?? '–', fields[1].get(name) ?? '–']),
  );
  return [
    row({ key: 'architecture' }, both(architectureName)),
    row({ key: 'numbers' }, [
      formatNumber(countNumbers(tensors[0])),
      formatNumber(countNumbers(tensors[1])),
    ]),
    row({ key: 'tensors' }, [formatNumber(tensors[0].length), formatNumber(tensors[1].length)]),
    ...config.toSorted((a, b) => Number(a.same) - Number(b.same)),
  ];
}
