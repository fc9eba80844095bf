/** An error that the SDK's caller sees as `{ code, message, requestId }`. */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** The request itself is malformed: broken EJSON, a wrong type, a forbidden key. */
export class InvalidParam extends CloudError {
  constructor(message: string) {
    super('INVALID_PARAM', message)
  }
}

/** The database understood the request and refuses it. */
export class DatabaseRefusal extends CloudError {
  constructor(message: string) {
    super('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`)
  }
}

/** CloudBase knows the feature, localcloud does not: refused by name, never answered wrongly. */
export class Unsupported extends CloudError {
  constructor(feature: string) {
    super('DATABASE_INVALID_OPERRATOR', `localcloud does not support ${feature} / 本地云不支持 ${feature}`)
  }
}

export class CollectionMissing extends CloudError {
  constructor(collection: string) {
    super(
      'DATABASE_COLLECTION_NOT_EXIST',
      `[ResourceNotFound] Db or Table not exist: ${collection}. Please check your request, but if the problem persists, contact us.`,
    )
  }
}

/** MongoDB's E11000: the write would give a unique index the same key twice. */
export class DuplicateKey extends CloudError {
  constructor(collection: string, index: string, key: string) {
    super(
      'DATABASE_REQUEST_FAILED',
      `[FailedOperation] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}}]}, {<nil>}]`,
    )
  }
}

export class TransactionConflict extends CloudError {
  constructor() {
    super(
      'DATABASE_TRANSACTION_CONFLICT',
      '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
    )
  }
}

export class TransactionGone extends CloudError {
  constructor() {
    super(
      'DATABASE_TRANSACTION_FAIL',
      '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
    )
  }
}

/** Asks for the message and not for the class: an error of a native module may come from another realm. */
export function messageOf(error: unknown): string {
  const hasMessage = typeof error === 'object' && error !== null && 'message' in error
  return hasMessage ? String(error.message) : String(error)
}
