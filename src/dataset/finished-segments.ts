import type { DatasetHead, RejectedSample } from './dataset-manifest.ts';
import {
  decodeSegment,
  encodeSegment,
  type FinishedSample,
  type Segment,
} from './dataset-segment.ts';
import { memorySegmentStore, type SegmentStore } from './segment-store.ts';

/** What an earlier run made of a candidate. */
export type KnownOutcome<Recipe> =
  | { sample: FinishedSample<Recipe> }
  | { rejected: RejectedSample<Recipe> };

/** What the finished parts of a set need to know. */
export interface SegmentOptions extends DatasetHead {
  /** Null keeps the lists in memory only. */
  store: SegmentStore | null;
  /** Samples in a part. */
  size: number;
  fingerprint: string;
}

const emptySegment = <Recipe>(): Segment<Recipe> => ({ samples: [], rejected: [] });

/** Where the finished samples are kept until the lists at the end of the set are written. */
export class FinishedSegments<Recipe> {
  private readonly store: SegmentStore;
  /** The part being filled. */
  private open: Segment<Recipe> = emptySegment();
  private closed = 0;
  /** What an earlier run left of the part being filled; null before it was looked for. */
  private known: KnownOutcome<Recipe>[] | null = null;
  private rejectedSinceKept = 0;

  constructor(private readonly options: SegmentOptions) {
    this.store = options.store ?? memorySegmentStore();
  }

  /** What an earlier run made of this candidate, if it tried it as the next one. */
  async recall(index: number, recipe: Recipe): Promise<KnownOutcome<Recipe> | null> {
    this.known ??= await this.readKnown();
    const next = this.known.shift();
    if (!next) return null;
    const entry = 'sample' in next ? next.sample.entry : next.rejected;
    const at = 'sample' in next ? next.sample.entry.index : next.rejected.before;
    if (at === index && JSON.stringify(entry.recipe) === JSON.stringify(recipe)) return next;
    this.known = [];
    return null;
  }

  private async readKnown(): Promise<KnownOutcome<Recipe>[]> {
    const bytes = await this.options.store?.get(this.closed);
    const segment = bytes && decodeSegment(bytes, true, this.options.fingerprint);
    if (!segment) return [];
    const outcomes = [
      ...segment.rejected.map((rejected) => ({ at: rejected.before, rejected })),
      ...segment.samples.map((sample) => ({ at: sample.entry.index, sample })),
    ];
    // Stable: what was rejected on the way to a sample comes before it.
    return outcomes.sort((a, b) => a.at - b.at) as KnownOutcome<Recipe>[];
  }

  /** @returns Whether a part was closed by it. */
  async add(sample: FinishedSample<Recipe>): Promise<boolean> {
    this.open.samples.push(sample);
    if (this.open.samples.length < this.options.size) return false;
    await this.keepOpen();
    this.open = emptySegment();
    this.closed += 1;
    this.known = null;
    return true;
  }

  /** Notes a rejected candidate; many in a row are kept as they come, for each has cost as much as a sample. */
  async reject(rejected: RejectedSample<Recipe>, isNew: boolean): Promise<void> {
    this.open.rejected.push(rejected);
    if (!isNew) return;
    this.rejectedSinceKept += 1;
    if (this.rejectedSinceKept >= this.options.size) await this.keepOpen();
  }

  /** Puts the part being filled into the store: whole when it can be resumed, else its lists only. */
  async keepOpen(): Promise<void> {
    this.rejectedSinceKept = 0;
    const { samples, rejected } = this.open;
    if (samples.length + rejected.length === 0) return;
    const kept = this.options.store ? samples : samples.map((sample) => ({ ...sample, files: [] }));
    const part = { samples: kept, rejected };
    await this.store.put(
      this.closed,
      await encodeSegment(this.options, part, this.options.fingerprint),
    );
  }

  private async *segments(): AsyncGenerator<Segment<unknown>> {
    for (let index = 0; index < this.closed; index++) {
      const bytes = await this.store.get(index);
      const segment = bytes && decodeSegment(bytes, false, this.options.fingerprint);
      if (!segment) throw new Error(`Part ${index} of the export has vanished.`);
      yield segment;
    }
    yield this.open;
  }

  /** The lists of everything added, from the first. */
  async *lists(): AsyncGenerator<FinishedSample<unknown>> {
    for await (const { samples } of this.segments()) yield* samples;
  }

  /** Everything rejected, from the first. */
  async *rejections(): AsyncGenerator<RejectedSample<unknown>> {
    for await (const { rejected } of this.segments()) yield* rejected;
  }
}
