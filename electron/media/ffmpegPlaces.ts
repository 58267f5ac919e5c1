import path from 'node:path'

/** What tells where programs are kept on a machine. */
export type Machine = {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * The paths at which an ffmpeg may be, the likeliest first: the folders of PATH, then those where the package managers of
 * the system put programs without a window's PATH naming them. Relative folders are left out: what they hold depends on
 * where the app was started.
 */
export function ffmpegPlaces({ platform, home, env }: Machine): readonly string[] {
  const { delimiter, isAbsolute, join } = platform === 'win32' ? path.win32 : path.posix
  const name = platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg'
  const listed = (env.PATH ?? env.Path ?? '').split(delimiter).map((folder) => folder.replaceAll('"', ''))
  const folders = [...listed, ...usualFolders(platform, home, env)].filter((folder) => isAbsolute(folder))
  return [...new Set(folders.map((folder) => join(folder, name)))]
}

function usualFolders(platform: NodeJS.Platform, home: string, env: Machine['env']): readonly string[] {
  if (platform === 'win32') {
    const local = env.LOCALAPPDATA ?? `${home}\\AppData\\Local`
    return [
      `${env.ProgramFiles ?? 'C:\\Program Files'}\\ffmpeg\\bin`,
      'C:\\ffmpeg\\bin',
      `${local}\\Microsoft\\WinGet\\Links`,
      `${env.ProgramData ?? 'C:\\ProgramData'}\\chocolatey\\bin`,
      `${home}\\scoop\\shims`,
    ]
  }
  const common = ['/usr/local/bin', `${home}/.local/bin`, `${home}/bin`]
  return platform === 'darwin'
    ? ['/opt/homebrew/bin', '/opt/local/bin', ...common]
    : [...common, '/snap/bin', '/home/linuxbrew/.linuxbrew/bin']
}
