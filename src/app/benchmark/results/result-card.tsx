import type { ReactNode } from 'react';

/** One part of the results under a title. */
export function ResultCard(props: {
  title: ReactNode;
  hint?: string;
  /** Takes the whole width. */
  wide?: boolean;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="bench-card" data-wide={props.wide}>
      <header>
        <div>
          <h2>{props.title}</h2>
          {props.hint && <p className="hint">{props.hint}</p>}
        </div>
        {props.action}
      </header>
      {props.children}
    </section>
  );
}
