import { useEffect, useState } from 'react'
import { request } from '../ipc.ts'

/** Whether a paper is where it was: `link` leads to a page, which nobody looks up. */
export type PaperState = 'there' | 'gone' | 'silent' | 'link' | 'asking'

/** Looks whether papers are where they were, when they are first shown and whenever the window gets the keyboard again. */
export function usePaperStates(files: readonly string[]): (file: string) => PaperState {
  const [known, setKnown] = useState<ReadonlyMap<string, PaperState>>(new Map())
  const wanted = files.filter(isPath).join('\n')
  useEffect(() => {
    let isOver = false
    const ask = async () => {
      const paths = wanted === '' ? [] : wanted.split('\n')
      if (paths.length === 0) return
      const answer = await request('papers:check', { paths })
      if (isOver || !answer.ok) return
      setKnown(new Map(paths.map((path, at) => [path, stateOf(answer.value[at] ?? null)])))
    }
    void ask()
    window.addEventListener('focus', ask)
    return () => {
      isOver = true
      window.removeEventListener('focus', ask)
    }
  }, [wanted])
  return (file) => (isPath(file) ? (known.get(file) ?? 'asking') : 'link')
}

function stateOf(isThere: boolean | null): PaperState {
  if (isThere === null) return 'silent'
  return isThere ? 'there' : 'gone'
}

/** An absolute path of any system; everything else is taken as a link or a note. */
function isPath(file: string): boolean {
  return /^(\/|[A-Za-z]:[\\/]|\\\\)/.test(file)
}
