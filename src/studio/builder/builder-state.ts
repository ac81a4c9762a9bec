/** The options that the user chose. They are the fields of the form, and the hash of the address, so that a link restores them. */

export interface BuilderState {
  src: string;
  /** Empty to follow the newest item; undefined until a feed is loaded. */
  item?: string;
  tag: string;
  lang: string;
  look: string;
  theme: string;
  accent: string;
  'heading-level': string;
  refresh: string;
  mirrors: string;
  'public-key': string;
  /** The folder of the scripts, with a slash at its end. */
  scripts: string;
  /** `no` removes the list of affected people from the snapshot. */
  names: string;
  /** The key of an `EmbedFormat`. */
  format: string;
}

/** The options that become attributes of the tag. */
export const ATTRIBUTES = ['src', 'item', 'lang', 'look', 'theme', 'heading-level', 'refresh', 'mirrors', 'public-key'] as const;

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const fields = (form: HTMLFormElement): Field[] => [...form.querySelectorAll<Field>('[name]')];

export function readState(form: HTMLFormElement): BuilderState {
  // FormData returns only the selected one of several radio buttons.
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()])) as unknown as BuilderState;
}

/** Returns the options that differ from the defaults. The item is always included, because the newest item changes. */
export function stateToHash(state: BuilderState, defaults: BuilderState): string {
  const params = Object.entries(state).filter(([name, value]) => value !== defaults[name as keyof BuilderState]);
  return String(new URLSearchParams(params));
}

/** Fills the form from the hash of an address. */
export function applyHash(form: HTMLFormElement, hash: string): void {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  for (const field of fields(form)) {
    const value = params.get(field.name);
    if (value === null) continue;
    if (field instanceof HTMLInputElement && field.type === 'radio') field.checked = field.value === value;
    else {
      // The feed is not loaded yet, so the list has no items to select.
      if (field.name === 'item' && field instanceof HTMLSelectElement) field.add(new Option(value));
      field.value = value;
    }
  }
}
