/** What a package says of itself on npm. The repository's README has the rest. */
import { CLI_PACKAGE } from './packages.js';
import { PACKAGE } from '../embed/package-name.js';

export const libraryReadme = (): string => `# ${PACKAGE}

Case statements that partners can safely embed: what happened, where the case stands, and whom to call. An organisation publishes one JSON
feed; a page needs one tag.

\`\`\`js
import '${PACKAGE}/define'; // registers the tags
import { parseFeed } from '${PACKAGE}/feed'; // turns text into a checked feed; no DOM, no network
import { watchFeed } from '${PACKAGE}/client'; // keeps a feed up to date; no elements
\`\`\`

\`\`\`html
<placard-campaign src="https://example.org/feed.json" lang="en"><p>The snapshot.</p></placard-campaign>
\`\`\`

Without a bundler: \`placard.js\` in this package is one file for a \`<script type="module">\`, and \`integrity.json\` has the hash of each file.
The command line that checks, builds and signs feeds is a package of its own, \`${CLI_PACKAGE}\`.
`;

export const cliReadme = (): string => `# ${CLI_PACKAGE}

The command line of \`${PACKAGE}\`, embeddable case statements. It writes a first feed, finds what is wrong in one, builds the pages, snippets and
frames that partners use, signs, and visits pages that embed a feed.

\`\`\`sh
npm install ${CLI_PACKAGE}
npx placard --help
\`\`\`
`;
