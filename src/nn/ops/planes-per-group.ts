/** Bytes that the widest map of a group of planes may take. */
const MOST_GROUP_BYTES = 64 * 1024 * 1024;
const BYTES_PER_FLOAT = 4;

/** How many planes of `samples` numbers at their widest go together; one at least. */
export function planesPerGroup(samples: number, most = MOST_GROUP_BYTES): number {
  return Math.max(1, Math.floor(most / (BYTES_PER_FLOAT * samples)));
}
