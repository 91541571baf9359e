import type { LabelImage } from '../../imaging/image.ts';

const made = new WeakMap<LabelImage, Map<number, string>>();

/**
 * Outlines of all instances as SVG paths along pixel edges, in image coordinates. Edges of the image are
 * left out: there the cell goes on. Made once per label map.
 */
export function outlinesOf(labels: LabelImage): Map<number, string> {
  const known = made.get(labels);
  if (known) return known;
  const parts = new Map<number, string[]>();
  traceEdges(labels, 'h', parts);
  traceEdges(labels, 'v', parts);
  const paths = new Map([...parts].map(([id, segments]) => [id, segments.join('')]));
  made.set(labels, paths);
  return paths;
}

/** Runs of edges between the same two labels become one segment of both. */
function traceEdges(labels: LabelImage, along: 'h' | 'v', parts: Map<number, string[]>): void {
  const { width, height, data } = labels;
  const horizontal = along === 'h';
  const [length, lines] = horizontal ? [width, height] : [height, width];
  const [step, stride] = horizontal ? [1, width] : [width, 1];
  for (let line = 1; line < lines; line++) {
    let start = 0;
    for (let at = 1; at <= length; at++) {
      const here = line * stride + start * step;
      const [first, second] = [data[here - stride], data[here]];
      const next = line * stride + at * step;
      if (at < length && data[next - stride] === first && data[next] === second) continue;
      if (first !== second) {
        const from = horizontal ? `${start} ${line}` : `${line} ${start}`;
        const segment = `M${from}${along}${at - start}`;
        for (const id of [first, second]) {
          if (id === 0) continue;
          const list = parts.get(id);
          if (list) list.push(segment);
          else parts.set(id, [segment]);
        }
      }
      start = at;
    }
  }
}
