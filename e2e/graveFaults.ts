import { AxeBuilder } from '@axe-core/playwright'
import type { CuttingRoom } from './cuttingRoom.ts'

/** Faults that axe calls serious or critical on what the window shows now. */
export async function graveFaults({ page }: CuttingRoom): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
