import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type DeliveryRecord, deliveryText, readDelivery } from '../../shared/delivery/deliveryRecord.ts'
import type { PastDeliveries, PastDelivery } from '../../shared/ipc/delivery.ts'
import { ok, type Problem, type Result, refuse } from '../../shared/result.ts'
import { fileProblem } from '../fileProblem.ts'
import { writeAtomically } from '../production/atomicWrite.ts'
import { codeOf } from '../production/errorCode.ts'
import { writeProblem } from '../production/writeProblem.ts'

/**
 * What was delivered of each production, one file a delivery, in a folder by the production's id. Nothing here is ever removed or
 * written over, and a record that cannot be read is told instead of left out.
 */
export class DeliveryFolder {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Keeps the record of a delivery, flushed to the disk. */
  async keep(record: DeliveryRecord): Promise<Result<PastDelivery>> {
    const stamp = record.at.replaceAll(/[-:.]/g, '')
    const name = `${stamp}-${randomBytes(4).toString('hex')}.json`
    const file = path.join(this.#of(record.production), name)
    try {
      await mkdir(this.#of(record.production), { recursive: true })
      await writeAtomically(file, deliveryText(record))
      return ok(summary(name, record))
    } catch (error) {
      return refuse(writeProblem(error, file))
    }
  }

  /** The deliveries of a production, the latest first. */
  async list(production: string): Promise<Result<PastDeliveries>> {
    const names = await this.#names(production)
    if (!names.ok) return names
    const deliveries: PastDelivery[] = []
    const problems: Problem[] = []
    for (const name of names.value) {
      const record = await this.read(production, name)
      if (record.ok) deliveries.push(summary(name, record.value))
      else problems.push(record.problem)
    }
    return ok({ deliveries: deliveries.toSorted((a, b) => b.at.localeCompare(a.at)), problems })
  }

  /** One record by the name that `list` gives. */
  async read(production: string, name: string): Promise<Result<DeliveryRecord>> {
    const file = path.join(this.#of(production), path.basename(name))
    try {
      return readDelivery(await readFile(file, 'utf8'), name)
    } catch (error) {
      return refuse(fileProblem(error, file))
    }
  }

  async #names(production: string): Promise<Result<readonly string[]>> {
    try {
      const names = await readdir(this.#of(production))
      return ok(names.filter((name) => name.endsWith('.json')))
    } catch (error) {
      return codeOf(error) === 'ENOENT' ? ok([]) : refuse(fileProblem(error, this.#of(production)))
    }
  }

  #of(production: string): string {
    return path.join(this.#folder, path.basename(production))
  }
}

function summary(name: string, { at, by, details, sheet }: DeliveryRecord): PastDelivery {
  return { name, at, by, details, rows: sheet.rows.length }
}
