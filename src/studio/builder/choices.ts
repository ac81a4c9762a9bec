/** What was chosen. It lives in the fields of the form, and in the address, so that it can be shared and come back. */

export interface Choices {
  src: string;
  /** Empty: whatever is the newest on each day; undefined until there is a feed to choose from. */
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
  /** Where the scripts are; with a slash at its end. */
  scripts: string;
  /** `no`: the snapshot is made without the names of those affected. */
  names: string;
  /** Which snippet. */
  take: string;
}

/** Said on the tag. */
export const ATTRIBUTES = ['src', 'item', 'lang', 'look', 'theme', 'heading-level', 'refresh', 'mirrors', 'public-key'] as const;

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const fields = (form: HTMLFormElement): Field[] => [...form.querySelectorAll<Field>('[name]')];

export function choicesIn(form: HTMLFormElement): Choices {
  // FormData alone: of radio buttons it takes the chosen one.
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()])) as unknown as Choices;
}

/** The address holds what differs from the page's own defaults, and the item always: another may be the newest tomorrow. */
export function toAddress(choices: Choices, defaults: Choices): string {
  const said = Object.entries(choices).filter(([name, value]) => value !== defaults[name as keyof Choices]);
  return String(new URLSearchParams(said));
}

export function fromAddress(form: HTMLFormElement, hash: string): void {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  for (const field of fields(form)) {
    const value = said.get(field.name);
    if (value === null) continue;
    if (field instanceof HTMLInputElement && field.type === 'radio') field.checked = field.value === value;
    else {
      // What a feed offers is known later.
      if (field.name === 'item' && field instanceof HTMLSelectElement) field.add(new Option(value));
      field.value = value;
    }
  }
}
