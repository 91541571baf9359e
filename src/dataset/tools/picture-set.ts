import { isImageName } from '../../imaging/image-format.ts';
import { groupBy } from './group-by.ts';
import { commonFolder, keyOf, type PictureRole, roleOf } from './picture-path.ts';

/** A file of a source, not read yet. */
export interface SourceFile {
  /** With `/`, from the source's own root. */
  path: string;
  read(): Promise<Uint8Array>;
}

/** A picture file and what it is. */
export interface PictureFile extends SourceFile {
  role: PictureRole;
  /** What it has in common with those that belong to it. */
  key: string;
}

/** How the pictures of a set are taken: by their names, or all as one kind. */
export type RolesBy = 'names' | 'all-images' | 'all-masks';

/** Pictures that belong together: an image with its mask, labels, spots; or a picture alone. */
export interface PictureGroup {
  key: string;
  files: PictureFile[];
}

/** The pictures of a folder or archive, in groups sorted by key. */
export interface PictureSet {
  groups: PictureGroup[];
  /** All pictures, sorted by path as StyleGAN sorts them. */
  files: PictureFile[];
  /** Whatever else is there. */
  others: SourceFile[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Hidden files, and what macOS puts into archives beside the real ones. */
function isHidden(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('.') || name === '__MACOSX');
}

/** Sorts the files of a source into pictures that belong together; a folder around all of them is left out of the paths. */
export function pictureSet(sources: readonly SourceFile[], rolesBy: RolesBy): PictureSet {
  const seen = sources
    .map((file) => ({ ...file, path: file.path.replaceAll('\\', '/') }))
    .filter(({ path }) => !isHidden(path));
  const root = commonFolder(seen.map(({ path }) => path));
  const named = seen.map((file) => ({ ...file, path: file.path.slice(root.length) }));
  const roleBy: Record<RolesBy, (path: string) => PictureRole> = {
    names: roleOf,
    'all-images': () => 'image',
    'all-masks': () => 'mask',
  };
  const files = named
    .filter(({ path }) => isImageName(path))
    .map((file) => ({ ...file, role: roleBy[rolesBy](file.path), key: keyOf(file.path) }))
    .sort((a, b) => byText(a.path, b.path));
  const groups = [...groupBy(files, ({ key }) => key)].map(([key, members]) => ({
    key,
    files: members,
  }));
  return {
    files,
    groups: groups.sort((a, b) => byText(a.key, b.key)),
    others: named.filter(({ path }) => !isImageName(path)),
  };
}
