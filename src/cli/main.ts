#!/usr/bin/env node
/// <reference types="node" />
/** The command-line tool: names the commands, and turns whatever ends one into a sentence and an exit code. */
import { Command, CommanderError } from 'commander';
import { addBuild } from './commands/build.js';
import { addDoctor } from './commands/doctor.js';
import { addKeys } from './commands/keys.js';
import { addNew } from './commands/new.js';
import { addRevise } from './commands/revise.js';
import { addSign } from './commands/sign.js';
import { addValidate } from './commands/validate.js';
import { addVerify } from './commands/verify.js';
import { EXIT, Failure } from './failure.js';
import { version } from './package.js';
import { note, sayJson } from './print.js';

const program = new Command('placard')
  .description('Writes, checks, publishes, signs and looks after campaign feeds and the pages that show them.')
  .version(version, '-V, --version')
  .exitOverride() // before the commands, which inherit it
  .showHelpAfterError('("placard --help", or --help behind a command, tells what can be said.)')
  .addHelpText('after', '\nExit codes: 0 all is well, 1 something is not in order, 2 the command could not be carried out.');

for (const add of [addNew, addValidate, addRevise, addBuild, addKeys, addSign, addVerify, addDoctor]) add(program);

// `placard … | head` closes the pipe early: nobody reads the rest.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.usage));

try {
  await program.parseAsync();
} catch (thrown) {
  process.exitCode = end(thrown);
}

function end(thrown: unknown): number {
  if (thrown instanceof CommanderError) return thrown.exitCode ? EXIT.usage : EXIT.ok; // it has said why
  const { message } = thrown as Error;
  const text = thrown instanceof Failure ? message : `Something went wrong that should not: ${message}`;
  const details = thrown instanceof Failure ? thrown.details : [];
  if (process.argv.includes('--json')) sayJson({ ok: false, error: [text, ...details].join('\n') });
  else for (const line of [`placard: ${text}`, ...details]) note(line);
  return thrown instanceof Failure ? thrown.exit : EXIT.usage;
}
