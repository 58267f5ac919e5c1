import type {
  dramaticRoles,
  identificationConfidences,
  identificationMethods,
} from '../../shared/model/cue.ts'

/** What a needle drop does for the scene, in words. */
export const dramaticRoleNames: Readonly<Record<(typeof dramaticRoles)[number], string>> = {
  emotionalResonance: 'Emotion',
  character: 'Character',
  era: 'Era',
  irony: 'Irony',
  tension: 'Tension',
  comedy: 'Comedy',
  transition: 'Transition',
  worldBuilding: 'World',
}

/** How music was identified, in words. */
export const identificationMethodNames: Readonly<Record<(typeof identificationMethods)[number], string>> = {
  endCredits: 'End credits',
  officialSoundtrack: 'Official soundtrack',
  tunefind: 'Tunefind',
  filmMusicReporter: 'Film Music Reporter',
  sceneDescription: 'Scene description',
  audioRecognition: 'Audio recognition',
  licenceDocument: 'Licence document',
  composer: 'Composer',
  other: 'Other',
}

/** How sure an identification is, in words. */
export const confidenceNames: Readonly<Record<(typeof identificationConfidences)[number], string>> = {
  guess: 'Guess',
  probable: 'Probable',
  confirmed: 'Confirmed',
}
