/** A performing-right society: its code, the name in full, where it sits, and other ways of writing it. */
export type Society = {
  readonly code: string
  readonly name: string
  readonly aliases?: readonly string[]
}

/** The societies that are met most, and what is said of parties that have none. */
export const societies: readonly Society[] = [
  {
    code: 'NS',
    name: 'confirmed: no society',
    aliases: [
      'none',
      'no society',
      'non society',
      'not affiliated',
      'unaffiliated',
      'non affiliated',
      'n/a',
      'na',
      'no pro',
      'np',
    ],
  },
  {
    code: 'PD',
    name: 'public domain',
    aliases: ['public domain', 'domaine public', 'dp', 'gemeinfrei', 'trad', 'traditional'],
  },
  { code: 'ASCAP', name: 'United States', aliases: ['american society of composers authors and publishers'] },
  { code: 'BMI', name: 'United States', aliases: ['broadcast music', 'broadcast music inc'] },
  { code: 'SESAC', name: 'United States', aliases: ['sesac inc', 'sesac performing rights'] },
  { code: 'GMR', name: 'United States', aliases: ['global music rights'] },
  { code: 'SOCAN', name: 'Canada', aliases: ['capac', 'procan', 'sodrac'] },
  {
    code: 'PRS',
    name: 'United Kingdom',
    aliases: ['prs for music', 'mcps', 'prs/mcps', 'mcps-prs', 'performing right society'],
  },
  {
    code: 'IMRO',
    name: 'Ireland',
    aliases: ['irish music rights organisation', 'irish music rights organization'],
  },
  {
    code: 'APRA',
    name: 'Australia, New Zealand',
    aliases: ['apra amcos', 'amcos', 'apra/amcos', 'australasian performing right association'],
  },
  { code: 'GEMA', name: 'Germany', aliases: ['gema e.v.'] },
  { code: 'SACEM', name: 'France', aliases: ['sdrm', 'sacem/sdrm', 'sacem luxembourg'] },
  { code: 'SUISA', name: 'Switzerland' },
  { code: 'AKM', name: 'Austria', aliases: ['austro mechana', 'akm/aume', 'aume'] },
  { code: 'SIAE', name: 'Italy', aliases: ['societa italiana degli autori ed editori'] },
  { code: 'SGAE', name: 'Spain', aliases: ['sociedad general de autores y editores'] },
  { code: 'BUMA', name: 'Netherlands', aliases: ['buma/stemra', 'stemra', 'bumastemra'] },
  { code: 'SABAM', name: 'Belgium' },
  { code: 'STIM', name: 'Sweden', aliases: ['svenska tonsattares internationella musikbyra'] },
  { code: 'TONO', name: 'Norway' },
  { code: 'KODA', name: 'Denmark' },
  { code: 'TEOSTO', name: 'Finland' },
  { code: 'STEF', name: 'Iceland' },
  { code: 'ZAIKS', name: 'Poland', aliases: ['stowarzyszenie autorow zaiks'] },
  { code: 'OSA', name: 'Czechia' },
  { code: 'SOZA', name: 'Slovakia' },
  { code: 'ARTISJUS', name: 'Hungary' },
  { code: 'SPA', name: 'Portugal', aliases: ['sociedade portuguesa de autores'] },
  { code: 'AUTODIA', name: 'Greece' },
  { code: 'ACUM', name: 'Israel' },
  { code: 'JASRAC', name: 'Japan' },
  { code: 'NEXTONE', name: 'Japan', aliases: ['nex tone'] },
  { code: 'KOMCA', name: 'South Korea' },
  { code: 'MCSC', name: 'China' },
  { code: 'CASH', name: 'Hong Kong' },
  { code: 'IPRS', name: 'India', aliases: ['indian performing right society'] },
  { code: 'SAMRO', name: 'South Africa', aliases: ['southern african music rights organisation'] },
  { code: 'SADAIC', name: 'Argentina' },
  { code: 'UBC', name: 'Brazil' },
  { code: 'ABRAMUS', name: 'Brazil' },
  { code: 'SACM', name: 'Mexico' },
  { code: 'SAYCO', name: 'Colombia' },
]

const codes: ReadonlyMap<string, string> = new Map(
  societies.flatMap(({ code, aliases = [] }) => [code, ...aliases].map((name) => [bare(name), code])),
)

/** The code of the society that a text names in one of its usual writings; null for one that is not known. */
export function societyNamed(text: string): string | null {
  const name = bare(text)
  if (name === '') return null
  return (
    codes.get(name) ?? codes.get(bare(text.replace(/\([^)]*\)|\[[^\]]*\]|\d+(\.\d+)?\s*%/g, ' '))) ?? null
  )
}

/** What is to be stored for a typed society: its code where it is known, else the text as it was typed. */
export function storedSociety(text: string): string {
  return societyNamed(text) ?? text.trim()
}

function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/ł/gi, 'l')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}
