/*
 * How far the words of a licence reach. Places and media are compared as sets of parts; a word that is not known is a part
 * of its own, which everything has that has all, and which has nothing but itself.
 */

/** What a text names: all but a few parts, or a few parts. */
export type Reach = { readonly isAll: boolean; readonly parts: ReadonlySet<string> }

const euAndEea =
  'austria belgium bulgaria croatia cyprus czechia denmark estonia finland france germany greece hungary iceland ireland italy latvia liechtenstein lithuania luxembourg malta netherlands norway poland portugal romania slovakia slovenia spain sweden'.split(
    ' ',
  )

const places: Readonly<Record<string, readonly string[]>> = {
  us: ['us'],
  usa: ['us'],
  'united states': ['us'],
  'united states of america': ['us'],
  canada: ['canada'],
  'north america': ['us', 'canada'],
  uk: ['uk'],
  gb: ['uk'],
  'great britain': ['uk'],
  'united kingdom': ['uk'],
  eire: ['ireland'],
  'republic of ireland': ['ireland'],
  eu: euAndEea.filter((name) => !['iceland', 'liechtenstein', 'norway'].includes(name)),
  eea: euAndEea,
  'european union': euAndEea.filter((name) => !['iceland', 'liechtenstein', 'norway'].includes(name)),
  europe: [...euAndEea, 'uk', 'switzerland'],
}

const video = ['svod', 'tvod', 'avod']

const media: Readonly<Record<string, readonly string[]>> = {
  tv: ['tv'],
  television: ['tv'],
  broadcast: ['tv'],
  vod: video,
  'video on demand': video,
  streaming: video,
  theatrical: ['theatrical'],
  cinema: ['theatrical'],
  festival: ['festivals'],
  festivals: ['festivals'],
  'film festivals': ['festivals'],
  online: ['online'],
  social: ['online'],
  'social media': ['online'],
  web: ['online'],
  internet: ['online'],
  dvd: ['home video'],
  'home video': ['home video'],
  'blu ray': ['home video'],
  trailer: ['trailers'],
  trailers: ['trailers'],
  'in context trailers': ['trailers'],
  promo: ['promos'],
  promos: ['promos'],
  'out of context promos': ['promos'],
}

/** What is licensed apart from the picture that the music is in, so that “all media” leaves it out. */
const apart: readonly string[] = ['trailers', 'promos']

/** What a text such as `World excl. US` or `UK & Ireland` names; null for one that says nothing. */
export function territoryReach(text: string): Reach | null {
  return reachOf(text, /^(the )?(whole )?(worldwide|world wide|world|universe|all territories)\b/, places, [])
}

/** What a text such as `All media excl. theatrical` or `TV + VOD` names; null for one that says nothing. */
export function mediaReach(text: string): Reach | null {
  return reachOf(
    text,
    /^all( other)?( media)?( (now )?known)?( (or|and) (later|hereafter) devised)?\b/,
    media,
    apart,
  )
}

/** The needs that a licence's words leave out; none where the words say nothing, since then nobody knows. */
export function lacking(
  granted: string,
  needs: readonly string[],
  reachOfText: (text: string) => Reach | null,
): readonly string[] {
  const reach = reachOfText(granted)
  if (!reach) return []
  return needs.filter((need) => {
    const wanted = reachOfText(need)
    return wanted !== null && !covers(reach, wanted)
  })
}

/** Whether media are festivals and nothing else. */
export function isFestivalOnly(text: string): boolean {
  const reach = mediaReach(text)
  return reach !== null && !reach.isAll && [...reach.parts].every((part) => part === 'festivals')
}

function covers(granted: Reach, wanted: Reach): boolean {
  if (wanted.isAll) return granted.isAll && [...granted.parts].every((part) => wanted.parts.has(part))
  return [...wanted.parts].every((part) => granted.parts.has(part) !== granted.isAll)
}

function reachOf(
  text: string,
  all: RegExp,
  names: Readonly<Record<string, readonly string[]>>,
  leftOut: readonly string[],
): Reach | null {
  const bare = text
    .toLowerCase()
    .replace(/[.()]/g, '')
    .replace(/[-\s]+/g, ' ')
    .trim()
  if (bare === '') return null
  const whole = all.exec(bare)
  if (!whole) return { isAll: false, parts: new Set(partsOf(bare, names)) }
  const rest = bare.slice(whole[0].length).trim()
  const except = /^,? ?(excl|excluding|except( for)?|ex|without|but not)\b ?(.*)$/.exec(rest)?.at(-1)
  if (except === undefined && /^[^,;]/.test(rest))
    return { isAll: false, parts: new Set(partsOf(rest, names)) }
  return { isAll: true, parts: new Set([...leftOut, ...partsOf(except ?? '', names)]) }
}

function partsOf(text: string, names: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return text
    .split(/[;,&+/]| and | or /)
    .map((part) =>
      part
        .replace(/\bonly\b/g, '')
        .replace(/^the /, '')
        .trim(),
    )
    .filter((part) => part !== '')
    .flatMap((part) => (Object.hasOwn(names, part) ? (names[part] ?? [part]) : [part]))
}
