const audioExtension =
  /\.(wav|wave|bwf|rf64|w64|aiff?|aifc|caf|sd2|mp[23]|m4a|aac|flac|alac|ogg|oga|opus|wma)$/i
const placeholder = /^(untitled([\s_-]*\d+)?|(track|audio)[\s_-]*\d+)$/i

/** Whether a title is the name of a sound file, or what a workstation calls a clip that nobody named. */
export function looksLikeFileName(title: string): boolean {
  const text = title.trim()
  return audioExtension.test(text) || placeholder.test(text)
}

/** The title without the ending of a sound file. */
export function withoutAudioExtension(title: string): string {
  return title.trim().replace(audioExtension, '').trim()
}
