/** Types only: with `import 'placard/svelte'`, Svelte 5 knows the tags, attributes and events. */
import type { HTMLAttributes } from 'svelte/elements';
import type { PlacardAttributes, PlacardEvents, PlacardTagName } from './attributes.js';

type Handlers = { [Name in keyof PlacardEvents as `on${Name}`]?: (event: PlacardEvents[Name]) => void };
type Props = Omit<HTMLAttributes<HTMLElement>, keyof PlacardAttributes> & PlacardAttributes & Handlers;

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Record<PlacardTagName, Props> {}
}
