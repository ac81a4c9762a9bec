/** Types only: with `import 'placard/vue'`, vue-tsc knows the tags, attributes and events in templates. */
import type { DefineComponent, HTMLAttributes } from 'vue';
import type { PlacardAttributes, PlacardEvents, PlacardTagName } from './attributes.js';

/** Vue compiles the listener `@placard-load` to the property `onPlacardLoad`. */
type Handlers = { [Name in keyof PlacardEvents as `on${Pascal<Name>}`]?: (event: PlacardEvents[Name]) => void };
type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${Capitalize<First>}${Pascal<Rest>}` : Capitalize<Name>;
type Props = HTMLAttributes & PlacardAttributes & Handlers;

declare module 'vue' {
  interface GlobalComponents extends Record<PlacardTagName, DefineComponent<Props>> {}
}
