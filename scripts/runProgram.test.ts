import { expect, test } from 'vitest'
import { packageProgram, runProgram } from './runProgram.ts'

const node = process.execPath

test('the exit code of a program passes through', async () => {
  expect(await runProgram(node, ['-e', 'process.exit(7)'])).toBe(7)
})

test.skipIf(process.platform === 'win32')(
  'a program ended by a signal gives 128 and the number of the signal',
  async () => {
    expect(await runProgram(node, ['-e', 'process.kill(process.pid, "SIGTERM")'])).toBe(143)
  },
)

test('variables are added to the environment of a program', async () => {
  const code = 'process.exit(process.env.GIVEN === "yes" && process.env.PATH ? 0 : 1)'
  expect(await runProgram(node, ['-e', code], { environment: { GIVEN: 'yes' } })).toBe(0)
})

test('a program that does not exist is an error', async () => {
  await expect(runProgram('/no/such/program', [])).rejects.toThrow('ENOENT')
})

test('the command of an installed package is found, and an unknown one is an error', () => {
  expect(packageProgram('vitest', 'vitest')).toMatch(/vitest\.mjs$/)
  expect(() => packageProgram('vitest', 'nothing')).toThrow('no command nothing')
})
