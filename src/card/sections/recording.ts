/** Returns whether an address among the pictures is a film or a sound. The card shows it as a link. */
export const isRecording = (url: string): boolean => /\.(mp4|webm|mov|m4v|mp3|m4a|ogg|oga|wav)(?:[?#]|$)/i.test(url);
