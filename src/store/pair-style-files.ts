/** An image and the maps that were given with it. */
export interface StyleFileGroup<File> {
  image: File;
  instances: File | null;
  labels: File | null;
}

type Role = 'image' | 'instances' | 'labels' | 'mask';

/** Words at the end of a name or a folder's name that say what a map is; longest first. */
const ROLES: [ending: RegExp, role: Role][] = [
  [/(^|[-_. ])(instances?|inst)$/i, 'instances'],
  [/(^|[-_. ])labels?$/i, 'labels'],
  [/(^|[-_. ])(masks?|seg(mentation)?)$/i, 'mask'],
];
const IMAGE_ENDING = /[-_. ](images?|img)$/i;

/** What a file is by its name, else by its folder's, and what it has in common with its partners. */
function readName(path: string): { role: Role; key: string } {
  const parts = path.split('/');
  const stem = (parts.pop() ?? path).replace(/\.[^.]+$/, '');
  for (const [ending, role] of ROLES) {
    if (ending.test(stem) && stem.replace(ending, '') !== '') {
      return { role, key: stem.replace(ending, '').toLowerCase() };
    }
  }
  const folder = parts.pop() ?? '';
  const role = ROLES.find(([ending]) => ending.test(folder))?.[1] ?? 'image';
  return { role, key: stem.replace(IMAGE_ENDING, '').toLowerCase() };
}

/**
 * Images with the maps that belong to them, in the order of their paths. A map is known by its name (`cells_inst.png`,
 * `cells_labels.tif`, `cells_masks.png`) or by its folder's (`train_inst/cells.png`); without an instance map the
 * label map or the mask names the objects. Of two files that are alone together, the map belongs to the image
 * whatever it is called.
 * @param pathOf A file's path, with `/` between.
 */
export function pairStyleFiles<File>(
  files: readonly File[],
  pathOf: (file: File) => string,
): StyleFileGroup<File>[] {
  const sorted = [...files].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  const named = sorted.map((file) => ({ file, ...readName(pathOf(file)) }));
  const images = named.filter(({ role }) => role === 'image');
  const [image] = images;
  const together = named.length === 2 && images.length === 1;
  const groups = images.map(({ file, key }) => {
    const ofImage = named.filter((other) => together || other.key === key);
    const find = (role: Role) => ofImage.find((other) => other.role === role)?.file ?? null;
    const [instances, labels] = [find('instances'), find('labels')];
    return {
      image: file,
      instances: instances ?? labels ?? find('mask'),
      labels: instances ? labels : null,
    };
  });
  // Nothing is called an image: a person may well have masks of that name in mind.
  return image ? groups : sorted.map((file) => ({ image: file, instances: null, labels: null }));
}
