/** Makes a button copy a field to the clipboard. Selects the text where the browser denies access to the clipboard. */
export function bindCopyButton(button: HTMLButtonElement, field: HTMLTextAreaElement, status: HTMLElement): void {
  button.addEventListener('click', async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      status.textContent = 'Copied.';
    } catch {
      status.textContent = 'Selected. Copy it with your keyboard.';
    }
  });
}
