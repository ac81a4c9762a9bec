/** What stands in a field goes to the clipboard, or at least is selected. */
export function copies(button: HTMLButtonElement, from: HTMLTextAreaElement, said: HTMLElement): void {
  button.addEventListener('click', async () => {
    from.select();
    try {
      await navigator.clipboard.writeText(from.value);
      said.textContent = 'Copied.';
    } catch {
      said.textContent = 'Selected: copy it with your keyboard.';
    }
  });
}
