/** Hashes by WebCrypto, which browsers and Node share. */

const digest = async (name: 'SHA-256' | 'SHA-384', bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest(name, bytes));

/** Returns the SHA-256 hash in hexadecimal digits. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return [...(await digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Returns the value of an `integrity` attribute. */
export async function sha384Integrity(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return `sha384-${btoa(String.fromCharCode(...(await digest('SHA-384', bytes))))}`;
}
