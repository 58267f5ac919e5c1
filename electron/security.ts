import { app, type Session, type WebContents } from 'electron'
import { mediaScheme, pageOrigin, pageScheme } from './schemes.ts'

/** Schemes that a page of ours may ask for; everything else is cancelled, the network included. */
const servedSchemes = new Set([`${pageScheme}:`, `${mediaScheme}:`, 'data:', 'blob:', 'devtools:'])

/** Whether an address is inside our own page. */
export function isOurPage(address: string): boolean {
  return address === pageOrigin || address.startsWith(`${pageOrigin}/`)
}

/** Refuses new windows, foreign navigation and webviews in whatever page is created. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    contents.on('will-navigate', (event, address) => {
      if (!isOurPage(address)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

/** Refuses every permission and every request that leaves the machine. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !servedSchemes.has(new URL(details.url).protocol) })
  })
  // Connections of RTCPeerConnection are no requests: they are sent to a proxy that is not there.
  void session.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'socks5://127.0.0.1:1',
    proxyBypassRules: '<-loopback>',
  })
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
}
