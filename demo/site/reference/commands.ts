/** The reference of the commands: the help that each command prints. */
import { Readable, Writable } from 'node:stream';
import { runCommand } from '../../../src/node/cli/program.js';
import { withTerminal } from '../../../src/node/io/terminal.js';

/** Returns the output of `placard` with these arguments. */
async function outputOf(args: readonly string[]): Promise<string> {
  let output = '';
  const stdout = new Writable({
    write(chunk: Buffer, _encoding, done) {
      output += chunk.toString();
      done();
    },
  });
  await withTerminal({ stdin: Readable.from([]), stdout, stderr: stdout }, () => runCommand(args));
  return output.trim();
}

export async function commandReference(): Promise<string> {
  const help = await outputOf(['--help']);
  const [, list = ''] = /Commands:\n([^]*?)\n\n/.exec(help) ?? [];
  const names = [...list.matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name!).filter((name) => name !== 'help');
  const sections: string[] = [];
  // One at a time: a command owns the terminal while it runs.
  for (const name of names) sections.push(`## \`placard ${name}\`\n\n${block(await outputOf([name, '--help']))}`);
  return `# Reference of the commands\n\nEach block is the help that the command prints.\n\n${block(help)}\n\n${sections.join('\n\n')}\n`;
}

const block = (text: string): string => `\`\`\`text\n${text}\n\`\`\``;
