/** Types only: with `import 'placard/react'`, TypeScript knows the tags, attributes and events in React 19. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { PlacardAttributes, PlacardEvents, PlacardTagName } from './attributes.js';

type Handlers = { [Name in keyof PlacardEvents as `on${Name}`]?: (event: PlacardEvents[Name]) => void };
type Props = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & PlacardAttributes & Handlers;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Record<PlacardTagName, Props> {}
  }
}
