import { bindKeys } from '../commands/commands.ts'
import { isTyping } from '../commands/keymap.ts'
import { request } from '../ipc.ts'
import type { Session } from '../store/session.ts'
import { Scope } from '../ui/scope.ts'
import type { PictureStage } from './pictureWindow.ts'
import { writeOverlay } from './writeOverlay.ts'

/** Milliseconds without movement after which the pointer no longer stands in the picture. */
const pointerRest = 1500

/** Connects the picture's window to the session: keys, overlay, pointer; opens it again if it was open when the app ended. */
export function connectPicture(session: Session): void {
  let scope = new Scope()
  session.picture.stage.subscribe((stage) => {
    scope.end()
    scope = new Scope()
    if (stage) connectStage(session, stage, scope)
  })
  let isReopened = false
  session.work.subscribe((work) => {
    if (!work || isReopened) return
    isReopened = true
    if (session.settings.value.picture.isOpen) session.picture.open()
  })
}

function connectStage(session: Session, stage: PictureStage, scope: Scope): void {
  const { window: shown } = stage
  scope.listen(shown, 'keydown', (event) => keyOfPicture(session, event))
  scope.listen(shown, 'keydown', () => followTyping(session, shown))
  scope.own(bindKeys(session, shown))
  scope.listen(shown, 'dblclick', () => void request('picture:fullScreen', { wish: 'toggle' }))
  restPointer(shown, scope)
  const write = () => writeOverlay(session, stage)
  write()
  scope.own(session.playhead.state.subscribe(write))
  scope.own(session.settings.subscribe(write))
  scope.own(
    session.moment.subscribe(({ dialog, titleWanted }) => {
      if (dialog !== 'none' || titleWanted) comeForward(shown)
    }),
  )
  let stop = session.work.value?.documents.state.subscribe(write)
  scope.own(() => stop?.())
  scope.own(
    session.work.subscribe((work) => {
      stop?.()
      stop = work?.documents.state.subscribe(write)
      write()
    }),
  )
}

/** The keys that mean the window itself and not the film. */
function keyOfPicture(session: Session, event: KeyboardEvent): void {
  const hasCommandKey = event.ctrlKey || event.metaKey
  const isBare = !hasCommandKey && !event.altKey && !event.shiftKey
  const act =
    isBare && event.code === 'KeyF'
      ? () => void request('picture:fullScreen', { wish: 'toggle' })
      : isBare && event.key === 'Escape'
        ? () => void request('picture:fullScreen', { wish: false })
        : hasCommandKey && !event.shiftKey && event.code === 'KeyW'
          ? () => session.picture.close()
          : null
  if (!act || event.repeat) return
  event.preventDefault()
  act()
}

/** A dialog opens in the main window, or a title is to be typed there: it has to come forward. */
function comeForward(shown: Window): void {
  if (shown.document.hasFocus()) void request('window:focus', {})
}

/** After a key that puts the caret into a field of the main window, the letters that follow have to go there. */
function followTyping(session: Session, shown: Window): void {
  const before = document.activeElement
  shown.requestAnimationFrame(() =>
    shown.requestAnimationFrame(() => {
      const now = document.activeElement
      if (session.picture.stage.value && now !== before && isTyping(now)) void request('window:focus', {})
    }),
  )
}

function restPointer(shown: Window, scope: Scope): void {
  let timer = 0
  const rest = () => {
    shown.document.body.dataset.pointer = 'resting'
  }
  scope.listen(shown, 'pointermove', () => {
    delete shown.document.body.dataset.pointer
    clearTimeout(timer)
    timer = window.setTimeout(rest, pointerRest)
  })
  scope.own(() => clearTimeout(timer))
  rest()
}
