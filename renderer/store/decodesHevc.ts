/** Whether this machine decodes HEVC, which Chromium leaves to the system: both decoders that a page has must say so. */
export async function decodesHevc(): Promise<boolean> {
  const codec = 'hvc1.1.6.L120.90'
  const isPlayed = document.createElement('video').canPlayType(`video/mp4; codecs="${codec}"`) !== ''
  if (!isPlayed || typeof VideoDecoder === 'undefined') return false
  const config = { codec, codedWidth: 1920, codedHeight: 1080 }
  return VideoDecoder.isConfigSupported(config).then(
    ({ supported }) => supported === true,
    () => false,
  )
}
