// Files that are dropped anywhere in the pane. Without this the browser would leave the pane for the file.

export function takeDroppedFiles(page: Document, take: (files: File[]) => void): () => void {
  const isOfFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  const over = (event: DragEvent): void => {
    if (!isOfFiles(event)) return;
    event.preventDefault();
    page.documentElement.classList.add('dropping');
  };
  const left = (event: DragEvent): void => {
    if (event.relatedTarget === null) page.documentElement.classList.remove('dropping');
  };
  const dropped = (event: DragEvent): void => {
    page.documentElement.classList.remove('dropping');
    if (!isOfFiles(event)) return;
    event.preventDefault();
    take([...event.dataTransfer!.files]);
  };
  page.addEventListener('dragover', over);
  page.addEventListener('dragleave', left);
  page.addEventListener('drop', dropped);
  return () => {
    page.removeEventListener('dragover', over);
    page.removeEventListener('dragleave', left);
    page.removeEventListener('drop', dropped);
  };
}
