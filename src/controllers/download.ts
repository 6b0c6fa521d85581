/** Freed this long after it was handed to the browser, in milliseconds: some ask where to save first. */
const KEPT = 60_000;

/** Gives `blob` to the person as a file called `name`; it is never opened in the page. */
export function saveAs(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
