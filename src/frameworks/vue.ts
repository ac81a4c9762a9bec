/** Types alone: after `import 'placard/vue'`, templates that vue-tsc checks know the tags, their attributes and their events. */
import type { DefineComponent, HTMLAttributes } from 'vue';
import type { PlacardAttributes, PlacardEvents, PlacardTagName } from './attributes.js';

/** `placard-load` is listened to by `@placard-load`, which is the property `onPlacardLoad`. */
type Handlers = { [Name in keyof PlacardEvents as `on${Pascal<Name>}`]?: (event: PlacardEvents[Name]) => void };
type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${Capitalize<First>}${Pascal<Rest>}` : Capitalize<Name>;
type Props = HTMLAttributes & PlacardAttributes & Handlers;

declare module 'vue' {
  interface GlobalComponents extends Record<PlacardTagName, DefineComponent<Props>> {}
}
