/** WeChat interfaces that a function may call; CloudBase reads the list from the function's `config.json`. */
export const openapiPermissions: Record<string, string[]> = {
  courier: ['subscribeMessage.send'],
}
