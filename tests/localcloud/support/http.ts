/** What came back, whatever the status. */
export async function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}

export async function get(url: string) {
  const response = await fetch(url)
  return { status: response.status, body: await response.json() }
}

export function bearer(token: string) {
  return { authorization: `Bearer ${token}` }
}
