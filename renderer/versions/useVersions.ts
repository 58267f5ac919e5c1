import { useEffect, useRef, useState } from 'react'
import type { DescribedVersion, ListedVersion, VersionList } from '../../shared/ipc/versions.ts'
import type { ProductionDocument } from '../../shared/model/document.ts'
import type { Problem } from '../../shared/result.ts'
import { request } from '../ipc.ts'
import { unpackGently } from '../store/packGently.ts'
import { useStore } from '../store/store.ts'
import { versionsKept } from '../store/versionOffer.ts'

/** Whose versions are listed: those of an open production, or of a file. */
export type VersionsOf = { readonly id: string } | { readonly path: string }

/** The list as far as it was read. */
export type KnownVersions = { readonly list: VersionList | null; readonly problem: Problem | null }

/** The versions, read again whenever one was kept. */
export function useVersionList(of: VersionsOf): KnownVersions {
  const [known, setKnown] = useState<KnownVersions>({ list: null, problem: null })
  const kept = useStore(versionsKept)
  const asked = JSON.stringify(of)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a version that was kept is the reason to read again
  useEffect(() => {
    let isWanted = true
    void request('versions:list', JSON.parse(asked) as VersionsOf).then((list) => {
      if (!isWanted) return
      setKnown((before) =>
        list.ok ? { list: list.value, problem: null } : { ...before, problem: list.problem },
      )
    })
    return () => {
      isWanted = false
    }
  }, [asked, kept])
  return known
}

/** What changed in the versions that show, found out once for each. */
export function useDescriptions(shown: readonly ListedVersion[]): ReadonlyMap<string, DescribedVersion> {
  const [described, setDescribed] = useState<ReadonlyMap<string, DescribedVersion>>(new Map())
  const asked = useRef(new Set<string>())
  useEffect(() => {
    const pairs = shown.flatMap(({ key, before, isGood }) =>
      isGood && before !== null && !asked.current.has(pairKey(key, before)) ? [{ key, before }] : [],
    )
    for (const { key, before } of pairs) asked.current.add(pairKey(key, before))
    void describeSlowly(pairs, (found) =>
      setDescribed((known) => new Map([...known, ...found.map((entry) => [entry.key, entry] as const)])),
    )
  }, [shown])
  return described
}

/** So many are described in one answer; the nearest come first and soon. */
const describedAtOnce = 4

async function describeSlowly(
  pairs: readonly { readonly key: string; readonly before: string }[],
  found: (described: readonly DescribedVersion[]) => void,
): Promise<void> {
  for (let at = 0; at < pairs.length; at += describedAtOnce) {
    const answer = await request('versions:describe', { pairs: pairs.slice(at, at + describedAtOnce) })
    if (answer.ok) found(answer.value)
  }
}

function pairKey(key: string, before: string): string {
  return `${key} ${before}`
}

/** A version that is looked into; `document` is null while it is being read. */
export type LookedInto = {
  readonly key: string
  readonly document: ProductionDocument | null
  readonly problem: Problem | null
}

/** Milliseconds that a version must stay chosen before it is read, so that a held arrow key reads none on its way. */
const restingTime = 120

/** The content of the chosen version. */
export function useVersion(version: ListedVersion | null): LookedInto | null {
  const [looked, setLooked] = useState<LookedInto | null>(null)
  const key = version?.isGood ? version.key : null
  useEffect(() => {
    if (key === null) return
    let isWanted = true
    const read = async () => {
      const answer = await request('versions:read', { key })
      const document = answer.ok ? await unpackGently(answer.value.document) : null
      if (isWanted) setLooked({ key, document, problem: answer.ok ? null : answer.problem })
    }
    const timer = setTimeout(() => void read(), restingTime)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [key])
  return looked?.key === key ? looked : null
}
