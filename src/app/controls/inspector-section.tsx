import type { ReactNode } from 'react';

/** A titled group of settings in the inspector on the right, with an action beside its title. */
export function InspectorSection(props: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="inspector-section">
      <div className="inspector-head">
        <h2>{props.title}</h2>
        {props.action}
      </div>
      {props.children}
    </section>
  );
}
