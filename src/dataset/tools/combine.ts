import { CytoForgeError } from '../../errors.ts';
import { addImages } from '../../imaging/add-images.ts';
import type { ByteImage } from '../../imaging/image.ts';
import { checkSameSize } from './augment.ts';
import { groupBy } from './group-by.ts';
import { baseName } from './picture-path.ts';
import type { PictureFile, PictureSet } from './picture-set.ts';
import type { CombineStep } from './tool-step.ts';
import type { ToolUnit, ToolWork } from './tool-work.ts';

/** Images of the same name, each in another folder. */
function unitsByName(files: readonly PictureFile[]): ToolUnit[] {
  const byName = groupBy(files, ({ path }) => baseName(path));
  return [...byName].map(([key, files]) => ({ key, files, companions: [] }));
}

/** `combined/{name}.png` for images of that name; masks take no part. */
export function prepareCombine(_: CombineStep, set: PictureSet): ToolWork {
  return {
    units: unitsByName(set.files.filter(({ role }) => role === 'image')),
    filesPerUnit: ({ files }) => (files.length > 1 ? 1 : 0),
    async process({ key, files }, read) {
      if (files.length < 2) {
        throw new CytoForgeError('bad-option', 'The image has no partner of the same name.', {
          where: files[0].path,
          expected: 'an image of that name in another folder',
        });
      }
      const pictures = await Promise.all(files.map(read));
      checkSameSize(pictures);
      const image = pictures.map((picture) => picture.image as ByteImage).reduce(addImages);
      return { files: [{ path: `combined/${key}.png`, role: 'image', make: () => image }] };
    },
  };
}
