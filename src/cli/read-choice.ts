import * as v from 'valibot';
import { CytoForgeError } from '../errors.ts';
import { readNamed } from './style-options.ts';

const choiceSchema = v.record(
  v.pipe(v.string(), v.regex(/^\d+$/)),
  v.pipe(v.number(), v.integer(), v.minValue(0)),
);

/**
 * Reads which style cluster single instances get, `{"1000": 2, "1001": 5}`; empty without a file.
 * @throws CytoForgeError `io`; `bad-option` for anything else.
 */
export async function readChoice(path: string | undefined): Promise<Map<number, number>> {
  if (path === undefined) return new Map();
  const { name, bytes } = await readNamed(path);
  const refuse = (found: string) =>
    new CytoForgeError('bad-option', 'The choice of clusters cannot be read.', {
      where: name,
      found,
      expected: 'JSON of instance id to cluster, e.g. {"1000": 2}',
    });
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw refuse((cause as Error).message);
  }
  const choice = v.safeParse(choiceSchema, json);
  if (!choice.success) throw refuse(choice.issues[0].received);
  return new Map(Object.entries(choice.output).map(([id, cluster]) => [Number(id), cluster]));
}
