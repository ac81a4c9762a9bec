/**
 * Runs the command that the arguments name, and prints an error as a message with an exit code.
 * Loads that command alone: all commands together take ten times as long to start as Node.
 */
import { Command, CommanderError } from 'commander';
import { OptionError, PublishError } from '../../publish/publish-error.js';
import { CliError, EXIT } from '../io/cli-error.js';
import { version } from '../io/package-info.js';
import { writeError, writeJson } from '../io/output.js';
import { terminal } from '../io/terminal.js';

type AddCommand = (program: Command) => void;

/** In the order of --help. */
const COMMANDS: Record<string, () => Promise<AddCommand>> = {
  new: async () => (await import('./commands/new.js')).addNew,
  add: async () => (await import('./commands/add.js')).addAdd,
  status: async () => (await import('./commands/status.js')).addStatus,
  update: async () => (await import('./commands/update.js')).addUpdate,
  retract: async () => (await import('./commands/retract.js')).addRetract,
  validate: async () => (await import('./commands/validate.js')).addValidate,
  revise: async () => (await import('./commands/revise.js')).addRevise,
  build: async () => (await import('./commands/build.js')).addBuild,
  dev: async () => (await import('./commands/dev.js')).addDev,
  keys: async () => (await import('./commands/keys.js')).addKeys,
  sign: async () => (await import('./commands/sign.js')).addSign,
  verify: async () => (await import('./commands/verify.js')).addVerify,
  studio: async () => (await import('./commands/studio.js')).addStudio,
  doctor: async () => (await import('./commands/doctor.js')).addDoctor,
};

/** @param args the arguments after `placard` */
export async function runCommand(args: readonly string[]): Promise<void> {
  const program = createProgram();
  try {
    for (const load of commandsFor(args)) (await load())(program);
    await program.parseAsync(args, { from: 'user' });
  } catch (thrown) {
    terminal().exitCode = reportError(thrown, args.includes('--json'));
  }
}

function createProgram(): Command {
  return new Command('placard')
    .description('Write, check, publish and sign campaign feeds, and check the pages that show them.')
    .version(version, '-V, --version')
    .exitOverride() // before the commands are added, because they inherit it
    .configureOutput({ writeOut: (text) => terminal().stdout.write(text), writeErr: (text) => terminal().stderr.write(text) })
    .hook('preAction', (_program, command) => assertNoneEmpty(command))
    .showHelpAfterError('Run "placard --help" or "placard COMMAND --help" for usage.')
    .addHelpText('after', '\nExit codes: 0 success, 1 problems found, 2 usage or I/O error.');
}

/** @throws CliError for an empty argument: in a script, it is most often a variable that is not set */
function assertNoneEmpty(command: Command): void {
  const given: (readonly [string, unknown])[] = [
    ...command.args.map((value, index) => [`The argument "${command.registeredArguments[index]?.name()}"`, value] as const),
    ...command.options.map((option) => [`${option.long}`, command.getOptionValue(option.attributeName())] as const),
  ];
  const isEmpty = (value: unknown) => [value].flat().some((each) => typeof each === 'string' && !each.trim());
  const empty = given.find(([, value]) => isEmpty(value));
  if (empty) throw new CliError(`${empty[0]} is empty. Write a value.`);
}

/** Returns all commands for the list of --help, and for the suggestion after a misspelled name. */
function commandsFor([first = '']: readonly string[]): (() => Promise<AddCommand>)[] {
  if (first === '--version' || first === '-V') return [];
  const named = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  return named ? [named] : Object.values(COMMANDS);
}

/** Prints the error and returns the exit code. */
function reportError(thrown: unknown, json: boolean): number {
  if (thrown instanceof CommanderError) return thrown.exitCode ? EXIT.usage : EXIT.ok; // Commander has printed it
  const { message, details, exitCode } = toCliError(thrown);
  if (json) writeJson({ ok: false, error: [message, ...details].join('\n') });
  else for (const line of [`placard: ${message}`, ...details]) writeError(line);
  return exitCode;
}

function toCliError(thrown: unknown): CliError {
  if (thrown instanceof CliError) return thrown;
  if (thrown instanceof PublishError)
    return new CliError(thrown.message, thrown instanceof OptionError ? EXIT.usage : EXIT.invalid, thrown.details);
  return new CliError(`Unexpected error: ${(thrown as Error).message} (please report it)`);
}
