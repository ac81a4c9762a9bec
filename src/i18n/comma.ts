/** Returns a comma in the script of the text before it. */
export function commaAfter(text: string): string {
  return /\p{Script=Arabic}/u.test(text) ? '، ' : /\p{Script=Han}/u.test(text) ? '，' : ', ';
}
