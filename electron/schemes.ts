import { protocol } from 'electron'

/** The scheme of our own page. */
export const pageScheme = 'app'
/** The one address that our page has. */
export const pageOrigin = `${pageScheme}://needledrop`
/** The page of the main window, the only one that is answered. */
export const mainAddress = `${pageOrigin}/index.html`
/** The scheme of films and of the peaks cache. */
export const mediaScheme = 'media'

/** Must run before the app is ready, or Chromium treats both schemes as unknown. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
    {
      scheme: mediaScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, corsEnabled: true },
    },
  ])
}
