/** The READMEs of the packages on npm. The repository's README has the details. */
import { CLI_PACKAGE } from './packages.js';
import { PACKAGE } from '../embed/package-name.js';

export const libraryReadme = (): string => `# ${PACKAGE}

Case statements that partners can embed safely: what happened, the status of the case, and who to contact. An organisation publishes one
JSON feed. A page needs one tag.

\`\`\`js
import '${PACKAGE}/define'; // registers the tags
import { parseFeed } from '${PACKAGE}/feed'; // parses text into a checked feed; no DOM, no network
import { watchFeed } from '${PACKAGE}/client'; // keeps a feed up to date; no elements
\`\`\`

\`\`\`html
<placard-campaign src="https://example.org/feed.json" lang="en"><p>The snapshot.</p></placard-campaign>
\`\`\`

Without a bundler, load \`placard.js\` with a \`<script type="module">\`. \`integrity.json\` has the hash of each file.
The package \`${CLI_PACKAGE}\` has the command line that checks, builds and signs feeds.
`;

export const cliReadme = (): string => `# ${CLI_PACKAGE}

The command line of \`${PACKAGE}\`, embeddable case statements. It writes a first feed, reports errors in a feed, and signs it. It builds the
pages, snippets and frames for partners, and checks pages that embed a feed.

\`\`\`sh
npm install ${CLI_PACKAGE}
npx placard --help
\`\`\`
`;
