/** What answers to the arrow keys, Home and End by itself. */
const OWN_KEYS = 'input, textarea, select, [role="listbox"], [data-scrolls]';

/** Whether a key is meant for the page as a whole, and not for what has the focus. */
export const isForPage = ({ target, defaultPrevented, ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  !(defaultPrevented || ctrlKey || altKey || metaKey || shiftKey) &&
  !(target instanceof Element && target.closest(OWN_KEYS) !== null);
