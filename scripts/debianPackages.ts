/** What of os-release decides the names of packages. */
export type Distribution = {
  /** Packages come from Debian's or Ubuntu's archive, by apt-get. */
  readonly isDebianFamily: boolean
  /** The release has 64-bit time in its libraries, and with it other package names. */
  readonly hasTime64Names: boolean
}

const releasesBeforeTime64 = new Set(
  'stretch buster bullseye bookworm bionic focal jammy kinetic lunar mantic'.split(' '),
)

const packageOfLibrary: Readonly<Record<string, string>> = {
  'libX11-xcb.so.1': 'libx11-xcb1',
  'libX11.so.6': 'libx11-6',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXcursor.so.1': 'libxcursor1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXi.so.6': 'libxi6',
  'libXrandr.so.2': 'libxrandr2',
  'libXrender.so.1': 'libxrender1',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libgbm.so.1': 'libgbm1',
  'libgdk_pixbuf-2.0.so.0': 'libgdk-pixbuf-2.0-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libpangocairo-1.0.so.0': 'libpangocairo-1.0-0',
  'libsmime3.so': 'libnss3',
  'libudev.so.1': 'libudev1',
  'libwayland-client.so.0': 'libwayland-client0',
  'libxcb.so.1': 'libxcb1',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libxshmfence.so.1': 'libxshmfence1',
}

const packagesRenamedForTime64 = new Set([
  'libasound2',
  'libatk1.0-0',
  'libatk-bridge2.0-0',
  'libatspi2.0-0',
  'libcups2',
  'libglib2.0-0',
  'libgtk-3-0',
])

/** Reads the text of /etc/os-release. */
export function readDistribution(osRelease: string): Distribution {
  const fields = new Map<string, string>()
  for (const line of osRelease.split('\n')) {
    const match = /^([A-Z_]+)="?([^"]*)"?$/.exec(line.trim())
    if (match?.[1] !== undefined && match[2] !== undefined) fields.set(match[1], match[2])
  }
  const families = `${fields.get('ID') ?? ''} ${fields.get('ID_LIKE') ?? ''}`.split(' ')
  const codename =
    fields.get('UBUNTU_CODENAME') ?? fields.get('DEBIAN_CODENAME') ?? fields.get('VERSION_CODENAME') ?? ''
  return {
    isDebianFamily: families.includes('debian') || families.includes('ubuntu'),
    hasTime64Names: !releasesBeforeTime64.has(codename),
  }
}

/** The packages that bring these libraries, and the libraries for which none is known. */
export function choosePackages(
  libraries: readonly string[],
  distribution: Distribution,
): { readonly packages: readonly string[]; readonly unknown: readonly string[] } {
  const packages = new Set<string>()
  const unknown: string[] = []
  for (const library of libraries) {
    const name = packageOfLibrary[library]
    if (name === undefined) unknown.push(library)
    else packages.add(distribution.hasTime64Names && packagesRenamedForTime64.has(name) ? `${name}t64` : name)
  }
  return { packages: [...packages].sort(), unknown }
}
