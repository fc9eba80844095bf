import { CloudError } from '../values/errors'

export class FunctionMissing extends CloudError {
  constructor(name: string) {
    super(
      'FUNCTION_NOT_FOUND',
      `[ResourceNotFound.Function] FunctionName parameter could not be found: ${name}`,
    )
  }
}

/** The function threw, or its process ended. */
export class FunctionFailed extends CloudError {
  constructor(
    message: string,
    /** What it printed, with the stack: for the console, not for the caller. */
    readonly log: string,
  ) {
    super('FUNCTIONS_EXECUTE_FAIL', message)
  }
}

export class FunctionTimedOut extends CloudError {
  constructor(name: string, seconds: number) {
    super('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${seconds} seconds: ${name}`)
  }
}
