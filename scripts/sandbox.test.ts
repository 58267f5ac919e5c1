import { expect, test } from 'vitest'
import { sandboxObstacle } from './sandbox.ts'

const plainUser = { isRoot: false, hasUserNamespaces: false, hasPrivilegedHelper: false }

test('root cannot have the sandbox, whatever the system allows', () => {
  const facts = { isRoot: true, hasUserNamespaces: true, hasPrivilegedHelper: true }
  expect(sandboxObstacle(facts)).toBe('it cannot run as root')
})

test('a plain user has the sandbox through user namespaces or through the privileged helper', () => {
  expect(sandboxObstacle({ ...plainUser, hasUserNamespaces: true })).toBeUndefined()
  expect(sandboxObstacle({ ...plainUser, hasPrivilegedHelper: true })).toBeUndefined()
})

test('a plain user with neither cannot have it', () => {
  expect(sandboxObstacle(plainUser)).toBe('this system allows no user namespaces')
})
