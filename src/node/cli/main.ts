#!/usr/bin/env node
/// <reference types="node" />
/** Runs the command line as a process of its own. */
import { EXIT } from '../io/cli-error.js';
import { runCommand } from './program.js';

// `placard … | head` closes the pipe before the end. The command goes on: its exit code shows a script what it found.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exit(EXIT.usage);
  });

await runCommand(process.argv.slice(2));
