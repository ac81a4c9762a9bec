// The browser tests: test/**/*.test.ts, a page for each folder, in the engines named by BROWSERS (default: chromium).
import { existsSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import servers from './test/support/servers/plugin.mjs';
import sites from './test/support/servers/sites.mjs';
import { launchers } from './test/support/browsers.mjs';
import { filesUnder } from './test/support/files.mjs';
import { pages } from './test/support/test-groups.mjs';
import { missingChunk } from './test/support/missing-chunk-middleware.mjs';
import { seed } from './test/support/seed.mjs';
import { freePort } from './test/support/processes.mjs';
import { prebundlePlugin } from './test/support/prebundle.mjs';
import { tallyReporter } from './test/support/summary-reporter.mjs';

const tests = filesUnder('test', '.test.ts');
// Where the packages to bundle are looked for.
const entries = [...tests, ...['src/index.ts', 'src/define.ts'].filter((path) => existsSync(path))];

export default {
  files: pages(tests),
  port: await freePort(), // two runs that look for a free port from 8000 on at the same moment find the same one
  concurrentBrowsers: 1,
  middleware: [missingChunk],
  plugins: [
    prebundlePlugin({ entries }),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: './tsconfig.json', define: { 'process.env.SEED': JSON.stringify(seed()) } }),
    servers,
    sites,
  ],
  // The tests expect hundreds of warnings about broken feeds, and errors that they throw themselves.
  filterBrowserLogs: ({ args }) => !args.some((each) => /^placard: |of this test|outside a test/.test(String(each?.stack ?? each))),
  testFramework: { config: { timeout: 60_000 } }, // axe and the property tests on a busy machine
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 600_000, // the property tests on a busy machine
  reporters: [defaultReporter({ reportTestProgress: false }), tallyReporter()],
  browsers: await launchers(),
};
