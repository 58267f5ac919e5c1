import { type LicenceStatus, licenceStatuses } from '../../shared/model/licence.ts'
import type { Option } from '../ui/Choice.tsx'
import { statusNames } from '../ui/words.ts'
import { StateSign } from './StateSign.tsx'

/** Every licence state with its sign, in the order in which a licence comes along. */
export const statusOptions: readonly Option<LicenceStatus>[] = licenceStatuses.map((id) => ({
  id,
  name: statusNames[id],
  sign: <StateSign state={id} />,
}))
