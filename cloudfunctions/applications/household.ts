import { applicationsContract } from '../../shared/contract/applications'
import { action } from '../kit/serve'
import { get, mine, track } from './get'
import { procedure, procedures } from './procedures'
import { submit } from './submit'
import { proceed, supply } from './supply'
import { upload } from './upload'
import { withdraw } from './withdraw'

/** What a resident does: looks at procedures, applies, follows, hands in what is missing. */
export const householdActions = {
  procedures: action(applicationsContract.procedures, procedures),
  procedure: action(applicationsContract.procedure, procedure),
  upload: action(applicationsContract.upload, upload),
  submit: action(applicationsContract.submit, submit),
  mine: action(applicationsContract.mine, mine),
  get: action(applicationsContract.get, get),
  supply: action(applicationsContract.supply, supply),
  proceed: action(applicationsContract.proceed, proceed),
  withdraw: action(applicationsContract.withdraw, withdraw),
  track: action(applicationsContract.track, track),
}
