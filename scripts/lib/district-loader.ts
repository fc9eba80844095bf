import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isNode, LineCounter, type ParsedNode, parseDocument } from 'yaml'
import {
  type CollectionDocuments,
  type CommonData,
  type DistrictData,
  readDistricts as readParsed,
  toDocuments,
} from '../../shared/catalog/documents'
import { DistrictDataError, type SourceFile } from '../../shared/catalog/problems'
import { parseCsv } from './district-loader-csv'

/**
 * Reads a folder of districts (each a folder with district.yaml, editions.yaml, catalog*.yaml, units.csv and,
 * if it likes, calendar.yaml, procedures*.yaml and partners.csv, and `common/` with the forms all share) and
 * turns it into documents by collection. `more` are folders that add files to the same districts, as a trial does.
 * @throws DistrictDataError naming file, line and what to change.
 */
export async function loadDistricts(dir: string, ...more: string[]): Promise<CollectionDocuments[]> {
  return toDocuments(await readSourceFiles([dir, ...more]))
}

/** The same folders, typed and by district. */
export async function readDistricts(
  dir: string,
  ...more: string[]
): Promise<{ common: CommonData; districts: DistrictData[] }> {
  return readParsed(await readSourceFiles([dir, ...more]))
}

async function readSourceFiles(dirs: readonly string[]): Promise<SourceFile[]> {
  return (await Promise.all(dirs.map(readSourceFolder))).flat()
}

async function readSourceFolder(dir: string): Promise<SourceFile[]> {
  const folders = (await readdir(dir, { withFileTypes: true })).filter(entry => entry.isDirectory())
  const files = await Promise.all(folders.map(folder => readFolder(dir, folder.name)))
  return files.flat()
}

async function readFolder(dir: string, folder: string): Promise<SourceFile[]> {
  const names = (await readdir(join(dir, folder))).filter(name => /\.(yaml|csv)$/.test(name)).sort()
  return Promise.all(
    names.map(async name => {
      const path = `${folder}/${name}`
      const text = await readFile(join(dir, folder, name), 'utf8')
      return name.endsWith('.csv') ? csvSource(path, text) : yamlSource(path, text)
    }),
  )
}

function csvSource(path: string, text: string): SourceFile {
  const { rows, lines } = parseCsv(text)
  return { path, value: rows, lineOf: place => lines[Number(place[0])] ?? null }
}

function yamlSource(path: string, text: string): SourceFile {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  if (document.errors.length > 0) {
    throw new DistrictDataError(document.errors.map(error => yamlProblem(path, error.linePos?.[0].line)))
  }
  return {
    path,
    value: document.toJS(),
    lineOf: place => lineOf(document.contents, place, counter),
  }
}

function yamlProblem(path: string, line: number | undefined): string {
  const where = line === undefined ? path : `${path} 第 ${line} 行`
  return `${where}，YAML 写法不对：检查缩进、冒号后的空格和引号是否成对`
}

/** The line of the deepest part of `place` that the file has. */
function lineOf(root: ParsedNode | null, place: readonly PropertyKey[], counter: LineCounter): number | null {
  let line: number | null = null
  let node: unknown = root
  for (const step of [null, ...place]) {
    node = step === null ? node : childOf(node, step)
    if (!isNode(node) || !node.range) break
    line = counter.linePos(node.range[0]).line
  }
  return line
}

function childOf(node: unknown, step: PropertyKey): unknown {
  if (typeof node !== 'object' || node === null || !('get' in node)) return undefined
  const { get } = node
  return typeof get === 'function' ? get.call(node, step, true) : undefined
}
