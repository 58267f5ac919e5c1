import { keepSettings } from '../settings/keepSettings.ts'
import { chooseStems } from '../sound/attachStems.ts'
import { type MixedTrack, trackMix, withSoloOf, withStream } from '../sound/mix.ts'
import type { Session } from '../store/session.ts'
import type { Command } from './command.ts'

function hasTracks({ sound }: Session): boolean {
  return sound.tracks.value.length > 0
}

/** The film's streams, in order. */
function streamsOf({ sound }: Session): readonly (MixedTrack & { readonly name: string })[] {
  return sound.tracks.value.filter(({ stream }) => stream !== null)
}

function nextStream(session: Session): void {
  const streams = streamsOf(session)
  const at = streams.findIndex(({ stream }) => stream === session.sound.mix.value.stream)
  const next = streams[(at + 1) % streams.length]
  if (next?.stream === undefined || next.stream === null) return
  const { stream } = next
  session.sound.change((mix, tracks) => withStream(mix, stream, tracks))
  session.say(`Listening to ${next.name}.`)
}

/** The key of the track that bears a name, be it a stem or a stream; stems first. */
function trackNamed({ sound }: Session, name: string): (MixedTrack & { readonly name: string }) | undefined {
  const named = sound.tracks.value.filter((track) => track.name.split(' · ')[0]?.toUpperCase() === name)
  return named.find(({ stream }) => stream === null) ?? named[0]
}

function solo(name: string, label: string): Command {
  return {
    id: `sound.solo${name}`,
    label,
    group: 'Sound',
    keys: [],
    when: (session) => trackNamed(session, name) !== undefined,
    run: (session) => {
      const track = trackNamed(session, name)
      if (!track) return
      session.sound.change((mix, tracks) => withSoloOf(mix, track.key, tracks))
      const { mix, tracks } = session.sound
      const isAlone = tracks.value.some((each) => trackMix(mix.value, each).isSolo)
      session.say(isAlone ? `${name} alone.` : 'All tracks as they are mixed.')
    },
  }
}

/** What is heard. */
export const soundCommands: readonly Command[] = [
  {
    id: 'sound.panel',
    label: 'Show or hide the mix',
    group: 'Sound',
    keys: ['Alt+KeyM'],
    when: ({ work }) => work.value !== null,
    run: ({ moment }) => moment.patch({ isMixOpen: !moment.value.isMixOpen }),
  },
  {
    id: 'sound.mute',
    label: 'Mute or hear everything',
    group: 'Sound',
    keys: ['Alt+Shift+KeyM'],
    when: hasTracks,
    run: (session) => {
      session.sound.change((mix) => ({ ...mix, isMuted: !mix.isMuted }))
      session.say(session.sound.mix.value.isMuted ? 'Sound is muted.' : 'Sound is on.')
    },
  },
  {
    id: 'sound.nextStream',
    label: 'Listen to the next sound stream',
    group: 'Sound',
    keys: ['Alt+KeyN'],
    when: (session) => streamsOf(session).length > 1,
    run: nextStream,
  },
  solo('DX', 'Hear dialogue (DX) alone, or all'),
  solo('MX', 'Hear music (MX) alone, or all'),
  solo('FX', 'Hear effects (FX) alone, or all'),
  {
    id: 'sound.scrub',
    label: 'Scrub with or without sound',
    group: 'Sound',
    keys: ['Shift+KeyS'],
    when: ({ work }) => work.value !== null,
    run: (session) => {
      const scrubSound = !session.settings.value.scrubSound
      void keepSettings(session, { scrubSound })
      session.say(scrubSound ? 'Scrubbing sounds.' : 'Scrubbing is silent.')
    },
  },
  {
    id: 'sound.attachStems',
    label: 'Attach stems…',
    group: 'Sound',
    keys: [],
    when: ({ work, playhead }) => work.value !== null && playhead.place !== null,
    run: (session) => {
      session.moment.patch({ isMixOpen: true })
      void chooseStems(session)
    },
  },
]
