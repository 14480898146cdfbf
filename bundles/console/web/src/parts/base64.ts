const encoded = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

/** Bytes of the API, which come as base64. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** UTF-8 in base64 as text; what is no text says so. */
export function textOf(base64: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(base64));
  } catch {
    return "This is no text.";
  }
}

/** A text as UTF-8 in base64. */
export function base64OfText(text: string): string {
  return encoded(new TextEncoder().encode(text));
}

/** A file as base64, as the API takes it. */
export async function base64Of(file: Blob): Promise<string> {
  return encoded(new Uint8Array(await file.arrayBuffer()));
}
