/** One thing that a trainer noted of its run. */
export type TrainingNote = string | number | boolean | null | number[];

/** What a checkpoint says of its training: `training_set_kwargs` of a snapshot, `opt.txt` of pix2pixHD. */
export type TrainingNotes = Record<string, TrainingNote>;

const LONGEST_TEXT = 200;
const MOST_NOTES = 200;
const MOST_NUMBERS = 16;

function asNote(value: unknown): TrainingNote | undefined {
  if (value === null || typeof value === 'boolean') return value;
  // JSON has no infinity, and opt.txt has: `max_dataset_size: inf`.
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'string') {
    const isPath = /[/\\]/.test(value);
    return isPath || value.length > LONGEST_TEXT ? undefined : value;
  }
  if (!Array.isArray(value) || value.length > MOST_NUMBERS) return undefined;
  return value.every((item) => Number.isFinite(item)) ? value : undefined;
}

/**
 * The plain values among `entries`, as a bundle keeps them. Paths are left out: a bundle is passed on, and they tell of
 * the machine it was trained on.
 */
export function trainingNotes(entries: Iterable<[name: string, value: unknown]>): TrainingNotes {
  const notes: [string, TrainingNote][] = [];
  for (const [name, value] of entries) {
    const note = asNote(value);
    if (note !== undefined && name.length <= LONGEST_TEXT) notes.push([name, note]);
  }
  return Object.fromEntries(notes.slice(0, MOST_NOTES));
}
