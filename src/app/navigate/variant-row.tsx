import type { ReactNode } from 'react';

/** Thumbnails side by side: as large as they fit, and no smaller than can be told apart. */
export function VariantRow(props: { count: number; testId: string; children: ReactNode }) {
  return (
    <div
      className="variant-row"
      data-testid={props.testId}
      style={{ gridTemplateColumns: `repeat(${props.count}, minmax(58px, 98px))` }}
    >
      {props.children}
    </div>
  );
}
