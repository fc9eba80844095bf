import { applicationsContract } from '../../shared/contract/applications'
import { action } from '../kit/serve'
import { act } from './act'
import { actTogether } from './act-together'
import { announce } from './announce'
import { caseOf } from './case'
import { desk } from './desk'
import { file } from './file'
import { register } from './register'
import { registerChange } from './register-change'
import { registerFile } from './register-file'
import { starts } from './starts'

/** What those do whose step it is, and those who keep the register. */
export const handlerActions = {
  desk: action(applicationsContract.desk, desk),
  starts: action(applicationsContract.starts, starts),
  case: action(applicationsContract.case, caseOf),
  file: action(applicationsContract.file, file),
  act: action(applicationsContract.act, act),
  actTogether: action(applicationsContract.actTogether, actTogether),
  announce: action(applicationsContract.announce, announce),
  register: action(applicationsContract.register, register),
  registerFile: action(applicationsContract.registerFile, registerFile),
  registerChange: action(applicationsContract.registerChange, registerChange),
}
