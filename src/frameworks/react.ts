/** Types alone: after `import 'placard/react'`, React 19 and TypeScript know the tags, their attributes and their events. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { PlacardAttributes, PlacardEvents, PlacardTagName } from './attributes.js';

type Handlers = { [Name in keyof PlacardEvents as `on${Name}`]?: (event: PlacardEvents[Name]) => void };
type Props = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & PlacardAttributes & Handlers;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Record<PlacardTagName, Props> {}
  }
}
