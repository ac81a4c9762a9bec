#!/usr/bin/env node
/// <reference types="node" />
/** Runs the command line as a process of its own. */
import { EXIT } from '../io/cli-error.js';
import { runCommand } from './program.js';

// `placard … | head` closes the pipe before the end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.usage));

await runCommand(process.argv.slice(2));
