import { burnIn, type Frame } from '../picture/burnIn.ts'
import { developPicture } from '../picture/finish.ts'
import { surface } from '../picture/surface.ts'
import { SCENES, type Scene, type SceneName } from '../plan.ts'
import { barScene } from './barScene.ts'
import { creditsScene } from './creditsScene.ts'
import { driveScene } from './driveScene.ts'
import { logoScene } from './logoScene.ts'
import { type Painter, STAGE_HEIGHT, STAGE_TOP, STAGE_WIDTH } from './painter.ts'
import { rooftopScene } from './rooftopScene.ts'
import { skylineScene } from './skylineScene.ts'
import { stairsScene } from './stairsScene.ts'
import { streetScene } from './streetScene.ts'

const SCENE_PAINTERS: Readonly<Record<SceneName, () => Painter>> = {
  logo: logoScene,
  skyline: skylineScene,
  street: streetScene,
  bar: barScene,
  drive: driveScene,
  stairs: stairsScene,
  rooftop: rooftopScene,
  credits: creditsScene,
}

/** Draws any frame of the film by its number; the answer is overwritten by the next call. */
export function filmPainter(): (number: number) => Frame {
  const painters = new Map<SceneName, Painter>()
  const stage = surface(STAGE_WIDTH, STAGE_HEIGHT)
  const frame: Frame = { width: 960, height: 540, pixels: new Uint8Array(960 * 540 * 3) }
  const painterOf = (scene: Scene): Painter => {
    const painter = painters.get(scene.name) ?? SCENE_PAINTERS[scene.name]()
    painters.set(scene.name, painter)
    return painter
  }
  return (number) => {
    const scene = SCENES.find((candidate) => number >= candidate.in && number < candidate.out)
    if (scene === undefined) throw new Error(`The plan has no scene for frame ${number}.`)
    painterOf(scene)(stage, number - scene.in)
    developPicture(stage, 1, frame.pixels, STAGE_TOP)
    burnIn(frame, number)
    return frame
  }
}
