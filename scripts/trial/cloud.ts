import { createHash } from 'node:crypto'
import * as z from 'zod'
import { type Localcloud, type LocalcloudOptions, startLocalcloud } from '../../localcloud/main'
import { messageSettings } from '../../shared/catalog/message'
import { appOutput } from '../build/app'
import { FUNCTIONS_OUTPUT } from '../build/functions'
import { loadDistricts } from '../lib/district-loader'
import { type LocalcloudClient, localcloudClient } from '../lib/localcloud-client'
import { TRIAL_DISTRICTS } from './districts-folder'
import { memberDocuments, personas } from './personas'

const IMPORTED_AT_ONCE = 200
const MARK = 'trial-data'

type Documents = { collection: string; documents: object[] }

/** A localcloud with our functions and the districts' data, and a client for it. */
export type TrialCloud = { cloud: Localcloud; client: LocalcloudClient }

/** What a trial may choose; other functions and settings than the built ones are for tests. */
export type TrialOptions = Pick<LocalcloudOptions, 'dataDir' | 'port' | 'schedule' | 'log'> &
  Partial<Pick<LocalcloudOptions, 'functionsDir' | 'cloudbaserc'>>

/**
 * Starts localcloud with the functions, the trial identities and the message templates, and brings the
 * districts' data into it unless this very data is there already.
 */
export async function startTrialCloud({
  functionsDir = FUNCTIONS_OUTPUT,
  cloudbaserc = 'cloudbaserc.json',
  ...options
}: TrialOptions): Promise<TrialCloud> {
  const reference = [...(await loadDistricts('districts', TRIAL_DISTRICTS)), memberDocuments()]
  const cloud = await startLocalcloud({
    ...options,
    h5Dir: appOutput('h5-trial'),
    functionsDir,
    cloudbaserc,
    indexManifest: 'config/indexes.json',
    personas: personas.map(({ id, name, roleName, place, unit, token, openid }) => ({
      id,
      name_zh: `${name}，${place}`,
      role: roleName,
      unit,
      token,
      openid,
    })),
    templates: weChatTemplates(reference),
  })
  const client = localcloudClient(cloud.url)
  await importOnce(client, reference)
  return { cloud, client }
}

/** The templates as they would stand in WeChat's admin pages. */
function weChatTemplates(reference: Documents[]): LocalcloudOptions['templates'] {
  const settings = reference
    .filter(({ collection }) => collection === 'settings')
    .flatMap(({ documents }) => documents)
    .map(document => messageSettings.safeParse(document))
    .find(parsed => parsed.success)?.data
  if (!settings) throw new Error('the districts’ data hold no message templates')
  return settings.templates.map(({ templateId, title, kind, keywords }) => ({
    templateId,
    title,
    kind,
    keywords: keywords.map(({ name, field }) => ({ name_zh: name, field })),
  }))
}

const marks = z.object({ documents: z.array(z.object({ digest: z.string() })) })

async function importOnce(client: LocalcloudClient, reference: Documents[]): Promise<void> {
  const digest = createHash('sha256').update(JSON.stringify(reference)).digest('hex')
  const query = encodeURIComponent(JSON.stringify({ _id: MARK }))
  const found = marks.parse(await client.console(`export?collection=settings&query=${query}`))
  if (found.documents[0]?.digest === digest) return
  for (const { collection, documents } of reference) {
    for (let from = 0; from < documents.length; from += IMPORTED_AT_ONCE) {
      await client.console('import', {
        collection,
        documents: documents.slice(from, from + IMPORTED_AT_ONCE),
      })
    }
  }
  await client.console('import', { collection: 'settings', documents: [{ _id: MARK, digest }] })
}
