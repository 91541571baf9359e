import type { PictureRole } from './picture-path.ts';
import type { PictureFile } from './picture-set.ts';
import type { ActsOn } from './tool-step.ts';

/**
 * Which roles a tool is for, `auto` decided by what the set has. Labels are meant by `masks` only where there are no
 * masks: a threshold would make one object of all.
 */
export function rolesActedOn(on: ActsOn, files: readonly PictureFile[]): ReadonlySet<PictureRole> {
  const has = (role: PictureRole) => files.some((file) => file.role === role);
  const map: PictureRole | null = has('mask') ? 'mask' : has('labels') ? 'labels' : null;
  const paired = map !== null && (has('image') || (map === 'mask' && has('labels')));
  if (on === 'masks' || (on === 'auto' && paired)) return new Set([map ?? 'mask']);
  return new Set(on === 'images' ? ['image'] : ['mask', 'labels', 'image']);
}
