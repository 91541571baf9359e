/** Where keys belong to what has the focus. */
const OWN_KEYS =
  'input, textarea, select, [role="slider"], [role="menu"], [role="listbox"], [role="dialog"][aria-modal], .dialog, .menu, .popover';

/** Whether a key press is free for the workspace: nobody took it, and no field, menu or dialog has the focus. */
export function isForWorkspace(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (event.defaultPrevented || target?.closest(OWN_KEYS)) return false;
  // Arrows move along a segmented control or a group of radio items.
  return !(event.key.startsWith('Arrow') && target?.closest('.segmented'));
}
