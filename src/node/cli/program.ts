/**
 * Runs the command that the arguments name. It loads that command alone: all of them together cost ten times the start of Node.
 * It turns whatever ends a command into a sentence and an exit code.
 */
import { Command, CommanderError } from 'commander';
import { EXIT, CliError } from '../io/cli-error.js';
import { version } from '../io/package-info.js';
import { writeError, writeJson } from '../io/output.js';
import { terminal } from '../io/terminal.js';

type AddCommand = (program: Command) => void;

/** In the order of --help. */
const COMMANDS: Record<string, () => Promise<AddCommand>> = {
  new: async () => (await import('./commands/new.js')).addNew,
  validate: async () => (await import('./commands/validate.js')).addValidate,
  revise: async () => (await import('./commands/revise.js')).addRevise,
  build: async () => (await import('./commands/build.js')).addBuild,
  keys: async () => (await import('./commands/keys.js')).addKeys,
  sign: async () => (await import('./commands/sign.js')).addSign,
  verify: async () => (await import('./commands/verify.js')).addVerify,
  doctor: async () => (await import('./commands/doctor.js')).addDoctor,
};

/** @param args what stands behind `placard` */
export async function runCommand(args: readonly string[]): Promise<void> {
  const program = createProgram();
  try {
    for (const load of loadersFor(args)) (await load())(program);
    await program.parseAsync(args, { from: 'user' });
  } catch (thrown) {
    terminal().exitCode = reportFailure(thrown, args.includes('--json'));
  }
}

function createProgram(): Command {
  return new Command('placard')
    .description('Writes, checks, publishes, signs and looks after campaign feeds and the pages that show them.')
    .version(version, '-V, --version')
    .exitOverride() // before the commands, which inherit it
    .configureOutput({ writeOut: (text) => terminal().stdout.write(text), writeErr: (text) => terminal().stderr.write(text) })
    .showHelpAfterError('("placard --help", or --help behind a command, tells what can be said.)')
    .addHelpText('after', '\nExit codes: 0 all is well, 1 something is not in order, 2 the command could not be carried out.');
}

/** All of them for the list of commands, and to say which one a misspelled name is near to. */
function loadersFor([first = '']: readonly string[]): (() => Promise<AddCommand>)[] {
  if (first === '--version' || first === '-V') return [];
  const named = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  return named ? [named] : Object.values(COMMANDS);
}

function reportFailure(thrown: unknown, json: boolean): number {
  if (thrown instanceof CommanderError) return thrown.exitCode ? EXIT.usage : EXIT.ok; // it has said why
  const { message } = thrown as Error;
  const text = thrown instanceof CliError ? message : `Something went wrong that should not: ${message}`;
  const details = thrown instanceof CliError ? thrown.details : [];
  if (json) writeJson({ ok: false, error: [text, ...details].join('\n') });
  else for (const line of [`placard: ${text}`, ...details]) writeError(line);
  return thrown instanceof CliError ? thrown.exitCode : EXIT.usage;
}
