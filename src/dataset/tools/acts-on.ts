import type { PictureRole } from './picture-path.ts';
import type { PictureFile } from './picture-set.ts';
import type { ActsOn } from './tool-step.ts';

/** Which roles a tool is for, `auto` decided by what the set has. */
export function rolesActedOn(on: ActsOn, files: readonly PictureFile[]): ReadonlySet<PictureRole> {
  const has = (role: PictureRole) => files.some((file) => file.role === role);
  if (on === 'masks' || (on === 'auto' && has('mask') && has('image'))) return new Set(['mask']);
  return on === 'images' ? new Set(['image']) : new Set(['mask', 'image']);
}
