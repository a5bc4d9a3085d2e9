const isForFiles = (target: EventTarget | null) =>
  target instanceof HTMLInputElement && target.type === 'file' && !target.disabled;

/** A file that is dropped beside where files are chosen does nothing; the browser would leave the page to show it. */
export function refuseStrayFiles(): void {
  const refuse = (event: DragEvent) => {
    const { dataTransfer, target } = event;
    if (!dataTransfer?.types.includes('Files') || isForFiles(target)) return;
    event.preventDefault();
    dataTransfer.dropEffect = 'none';
  };
  window.addEventListener('dragover', refuse);
  window.addEventListener('drop', refuse);
}
