/** In pixels of the screen; twice as many are drawn, for screens that are fine. */
const side = 56;

/** A small picture of a photo as a `data:` address, made here; nothing for what the browser cannot read as a picture. */
export async function thumbnailOf(content: Blob): Promise<string | undefined> {
  if (!content.type.startsWith('image/')) return undefined;
  try {
    const bitmap = await createImageBitmap(content);
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = side * 2;
    // The middle of it, as a square.
    const shorter = Math.min(bitmap.width, bitmap.height);
    const [left, top] = [(bitmap.width - shorter) / 2, (bitmap.height - shorter) / 2];
    canvas
      .getContext('2d')
      ?.drawImage(bitmap, left, top, shorter, shorter, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return canvas.toDataURL('image/jpeg', 0.8);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return undefined;
  }
}
