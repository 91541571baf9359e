import { thinnedValues } from '../../evaluation/thinned-values.ts';
import type { SampleFacts } from '../sample-facts.ts';

/** Numbers by which two sets are compared: of a sample (`cells`, `coverage`), then of an object. */
export const FEATURES = ['cells', 'coverage', 'area', 'eccentricity', 'intensity'] as const;

/** One of them. */
export type Feature = (typeof FEATURES)[number];

/** The values of one feature over a set. */
export interface FeatureValues {
  count: number;
  mean: number;
  /** All of a small set, evenly spaced ones of a large one. */
  values: number[];
}

/** A set in numbers: plain data, so that it crosses workers and waits in a plan. */
export interface FeatureSummary {
  /** Of the folder or file. */
  name: string;
  samples: number;
  objects: number;
  spots: number;
  features: Record<Feature, FeatureValues>;
  /** Objects by style cluster; empty where none is known. */
  styles: Record<string, number>;
}

/** Gathers the numbers of a set, sample by sample, in bounded memory. */
export function featureCollector(name: string): {
  add(facts: SampleFacts): void;
  finish(): FeatureSummary;
} {
  const kept = {
    cells: thinnedValues(),
    coverage: thinnedValues(),
    area: thinnedValues(),
    eccentricity: thinnedValues(),
    intensity: thinnedValues(),
  };
  const styles = new Map<number, number>();
  const counts = { samples: 0, objects: 0, spots: 0 };
  return {
    add({ objects, coverage, spots }) {
      counts.samples += 1;
      counts.objects += objects.length;
      counts.spots += spots;
      kept.cells.add(objects.length);
      kept.coverage.add(coverage);
      for (const { area, eccentricity, intensity, cluster } of objects) {
        kept.area.add(area);
        kept.eccentricity.add(eccentricity);
        if (intensity !== null) kept.intensity.add(intensity);
        if (cluster !== null) styles.set(cluster, (styles.get(cluster) ?? 0) + 1);
      }
    },
    finish() {
      const values = (feature: Feature): FeatureValues => ({
        count: kept[feature].count,
        mean: kept[feature].count === 0 ? 0 : kept[feature].mean,
        values: [...kept[feature].kept()],
      });
      return {
        name,
        ...counts,
        features: {
          cells: values('cells'),
          coverage: values('coverage'),
          area: values('area'),
          eccentricity: values('eccentricity'),
          intensity: values('intensity'),
        },
        styles: Object.fromEntries([...styles].sort(([a], [b]) => a - b)),
      };
    },
  };
}
