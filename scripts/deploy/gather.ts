import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { openapiPermissions } from '../../config/functions-permissions'
import type { CollectionDocuments } from '../../shared/catalog/documents'
import { messageSettings } from '../../shared/catalog/message'
import { NOTICE_EVENTS } from '../../shared/subscription/topics'
import { bundleSizes } from '../build/functions'
import { filesUnder } from '../build/inputs'
import type { Deployment } from './checks'
import { configuration } from './configuration'

const indexManifest = z.record(z.string(), z.array(z.looseObject({ name: z.string() })))
const COLLECTION = /\bdocuments\(\s*'(\w+)'/g

/** Reads what is about to be deployed from the repository and from what was built. */
export function gatherDeployment(documents: readonly CollectionDocuments[]): Deployment {
  return {
    configuration: configuration.parse(readJson('cloudbaserc.json')),
    bundles: bundleSizes(),
    indexes: indexManifest.parse(readJson('config/indexes.json')),
    collectionsUsed: collectionsUsed(),
    permissions: openapiPermissions,
    messages: messageTemplates(documents),
  }
}

function collectionsUsed(): string[] {
  const sources = filesUnder('cloudfunctions').map(file => readFileSync(file, 'utf8'))
  const named = sources.flatMap(source => [...source.matchAll(COLLECTION)].map(match => match[1] ?? ''))
  return [...new Set(named)].sort()
}

function messageTemplates(documents: readonly CollectionDocuments[]): Deployment['messages'] {
  const settings = documents
    .filter(({ collection }) => collection === 'settings')
    .flatMap(set => set.documents)
    .map(document => messageSettings.safeParse(document))
    .find(parsed => parsed.success)?.data
  return NOTICE_EVENTS.map(event => ({
    event,
    templateId: settings?.templates.find(template => template.event === event)?.templateId ?? null,
  }))
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
