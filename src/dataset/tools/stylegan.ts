import * as v from 'valibot';
import { CytoForgeError } from '../../errors.ts';
import { badImage } from '../../imaging/bad-image.ts';
import type { ByteImage } from '../../imaging/image.ts';
import { rolesActedOn } from './acts-on.ts';
import { classOf } from './picture-path.ts';
import type { PictureFile, PictureSet } from './picture-set.ts';
import { styleGanImage } from './stylegan-image.ts';
import type { StyleGanStep } from './tool-step.ts';
import { type ToolWork, unitPerFile } from './tool-work.ts';

/** A class by its number, or a vector of conditions. */
export type StyleGanLabel = number | number[];

const LIST = v.object({
  labels: v.nullable(v.array(v.tuple([v.string(), v.union([v.number(), v.array(v.number())])]))),
});

/** Labels of the source's own `dataset.json`, by path. @throws CytoForgeError `bad-option` when there is none. */
async function labelsOfList({ others }: PictureSet): Promise<Map<string, StyleGanLabel>> {
  const refuse = (found: string) =>
    new CytoForgeError('bad-option', 'The classes cannot be read.', {
      where: 'dataset.json',
      found,
      expected: '{"labels": [["name.png", 0], …]}',
    });
  const file = others.find(({ path }) => path === 'dataset.json');
  if (!file) throw refuse('no such file');
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(await file.read()));
  } catch (cause) {
    throw refuse((cause as Error).message);
  }
  const list = v.safeParse(LIST, json);
  if (!list.success) throw refuse('other content');
  return new Map(list.output.labels ?? []);
}

/** Numbers of the folders, in the order of their names. */
function labelsOfFolders(files: readonly PictureFile[]): {
  labels: Map<string, StyleGanLabel>;
  names: string[];
} {
  const classes = files.map(({ path }) => classOf(path));
  const names = [...new Set(classes.filter((name) => name !== null))].sort();
  const labels = new Map<string, StyleGanLabel>();
  for (const [at, { path }] of files.entries()) {
    const name = classes[at];
    if (name !== null) labels.set(path, names.indexOf(name));
  }
  return { labels, names };
}

/** `00000/img00000000.png` of the image that was `index`th in the source. */
export function styleGanName(index: number): string {
  const digits = String(index).padStart(8, '0');
  return `${digits.slice(0, 5)}/img${digits}.png`;
}

/**
 * A data set for StyleGAN's training: numbered PNGs and `dataset.json`, which has no labels when any image lacks one.
 * Images that differ from the first in size or channels are refused.
 */
export async function prepareStyleGan(step: StyleGanStep, set: PictureSet): Promise<ToolWork> {
  const roles = rolesActedOn(step.on, set.files);
  const files = set.files.filter(({ role }) => roles.has(role));
  const numbers = new Map(files.map(({ path }, index) => [path, index]));
  const folders = step.classes === 'folders' ? labelsOfFolders(files) : null;
  const labels = step.classes === 'list' ? await labelsOfList(set) : folders?.labels;
  const written: [name: string, label: StyleGanLabel | null][] = [];
  let first: ByteImage | null = null;

  function checkAlike(image: ByteImage): void {
    first ??= { ...image, data: new Uint8Array(0) };
    if (image.width === first.width && image.channels === first.channels) return;
    const inWords = ({ width, height, channels }: ByteImage) =>
      `${width} × ${height}, ${channels === 1 ? 'grey' : 'RGB'}`;
    throw badImage('The image differs from those before it.', {
      found: inWords(image),
      expected: inWords(first),
    });
  }

  return {
    units: unitPerFile(files),
    filesPerUnit: () => 1,
    async process({ files: [file] }, read) {
      const { role, image } = await read(file);
      const made = styleGanImage(image, step);
      checkAlike(made);
      const path = styleGanName(numbers.get(file.path) ?? 0);
      const label = labels?.get(file.path) ?? null;
      written.push([path, label]);
      return {
        files: [{ path, role, make: () => made }],
        notes: label === null ? [] : [{ label }],
      };
    },
    finish() {
      const whole = written.length > 0 && written.every(([, label]) => label !== null);
      return { 'dataset.json': { labels: whole ? written : null } };
    },
    summary: () => (folders ? { classes: folders.names } : {}),
  };
}
