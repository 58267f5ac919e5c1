import type { Surface } from '../picture/surface.ts'

/** Draws one frame of a scene; frames count from the first of the scene. */
export type Painter = (target: Surface, frame: number) => void

/** The part of the picture between the black bars, in pixels. */
export const STAGE_WIDTH = 960
export const STAGE_HEIGHT = 408
export const STAGE_TOP = 66
