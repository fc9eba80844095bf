export * from './identity-number'
export * from './masks'
export * from './scan'
