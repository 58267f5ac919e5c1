import type { ReactNode } from 'react'
import { soundFate } from '../../shared/media/filmPlan.ts'
import { commandById, runCommand } from '../commands/commands.ts'
import { useSession } from '../store/session.ts'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { ProblemDetails } from '../ui/ProblemDetails.tsx'
import styles from './FilmDialog.module.css'
import { type FilmHere, useFilmHere } from './filmHere.ts'
import {
  copyText,
  type Fate,
  ffmpegText,
  layoutText,
  lengthText,
  pictureFate,
  rateText,
  sizeText,
  startText,
  streamFate,
} from './filmWords.ts'
import { Preparation } from './Preparation.tsx'
import { Remedies } from './Remedies.tsx'

/** The card of the film under the playhead: what it is, what of it plays here, and what helps with the rest. */
export function FilmDialog() {
  const here = useFilmHere()
  if (!here) {
    return (
      <Dialog title="About this film" size="small">
        <DialogBody label="About this film">
          <p>This reel has no film, or it could not be read.</p>
        </DialogBody>
      </Dialog>
    )
  }
  const { film, problem, failure, preparing, plan } = here
  const needsHelp = !film.prepared && !preparing && (plan.remedies.length > 0 || problem !== null)
  return (
    <Dialog title="About this film" subtitle={film.name} size="medium">
      <DialogBody label="What the film is">
        <div className={styles.card}>
          <Picture here={here} />
          <Sounds here={here} />
          <FileFacts here={here} />
          {problem && !film.prepared ? <ProblemDetails problem={problem} /> : null}
          {failure ? <ProblemDetails problem={failure} /> : null}
          {preparing ? <Preparation preparing={preparing} /> : null}
          {needsHelp ? <Remedies here={here} /> : null}
        </div>
      </DialogBody>
      <Foot here={here} />
    </Dialog>
  )
}

function Foot({ here: { film, preparing, plan } }: { readonly here: FilmHere }) {
  const session = useSession()
  const ffmpeg = useStore(session.films.ffmpeg)
  const run = (id: string) => runCommand(session, commandById(id))
  const isOffered = plan.remedies.length > 0
  const mayMakeProxy = film.picture !== null && !preparing && !film.prepared && !isOffered && ffmpeg.path
  return (
    <DialogActions note={ffmpegText(ffmpeg)}>
      {film.prepared?.kind === 'own' ? (
        <Button label="Detach your proxy" onPress={() => run('film.detachProxy')} />
      ) : null}
      {mayMakeProxy ? <Button label="Make a proxy" onPress={() => run('film.makeProxy')} /> : null}
    </DialogActions>
  )
}

function Picture({ here: { film, plan } }: { readonly here: FilmHere }) {
  const { picture, prepared } = film
  return (
    <Part title="Picture" fate={pictureFate(plan, prepared)}>
      {picture ? (
        <>
          <Fact name="Codec">{picture.codecName}</Fact>
          <Fact name="Size">{`${picture.width} × ${picture.height}`}</Fact>
          <Fact name="Rate">
            {`${rateText(picture.rate)}, ${picture.isVariableRate ? 'variable' : 'constant'}`}
          </Fact>
          <Fact name="Timecode">
            {startText(film)}
            {picture.startFrame === null ? '' : picture.rate.dropFrame ? ', drop-frame' : ', non-drop'}
          </Fact>
          <Fact name="Length">{lengthText(film)}</Fact>
        </>
      ) : null}
    </Part>
  )
}

function Sounds({ here: { film } }: { readonly here: FilmHere }) {
  const { abilities } = useSession().films
  const { sounds, prepared } = film
  if (sounds.length === 0) return <Part title="Sound" fate={{ sign: '–', text: 'This film has no sound' }} />
  return (
    <>
      {sounds.map((sound) => (
        <Part
          key={sound.index}
          title={sounds.length === 1 ? 'Sound' : `Sound ${sound.index + 1}`}
          fate={streamFate(soundFate(sound, film, abilities), sound.index, prepared)}
        >
          {sound.title ? <Fact name="Title">{sound.title}</Fact> : null}
          <Fact name="Codec">{sound.codecName}</Fact>
          <Fact name="Channels">
            {[layoutText(sound), sound.layout.join(' ')].filter(Boolean).join(': ')}
          </Fact>
          <Fact name="Sampling">{`${sound.sampleRate / 1000} kHz`}</Fact>
          {sound.language ? <Fact name="Language">{sound.language}</Fact> : null}
        </Part>
      ))}
    </>
  )
}

function FileFacts({ here: { film } }: { readonly here: FilmHere }) {
  return (
    <Part title="File">
      <Fact name="Container">{film.container}</Fact>
      <Fact name="Size">{sizeText(film.size)}</Fact>
      {film.picture ? null : <Fact name="Begins at">{startText(film)}</Fact>}
      {film.picture ? null : <Fact name="Length">{lengthText(film)}</Fact>}
      {film.prepared ? <Fact name="Plays from">{copyText(film.prepared)}</Fact> : null}
      <Fact name="Path">{film.path}</Fact>
    </Part>
  )
}

type PartProps = { readonly title: string; readonly fate?: Fate; readonly children?: ReactNode }

function Part({ title, fate, children }: PartProps) {
  return (
    <section className={styles.part} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <div className={styles.facts}>
        {fate ? (
          <p className={styles.fate} data-sign={fate.sign}>
            <span aria-hidden>{fate.sign}</span> {fate.text}
          </p>
        ) : null}
        <dl className={styles.list}>{children}</dl>
      </div>
    </section>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
