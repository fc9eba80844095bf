import { fileWords } from '../words/files'
import { type ChosenFile, FileProblem, type FileWays, fitted, MOST_BYTES, PHOTO_BYTES } from './kept-file'

const DATABASE = 'kept-files'
const STORE = 'files'
const TAKES = 'image/*,application/pdf'
/** From fine to coarse, until the photo is small enough. */
const QUALITIES = [0.82, 0.65, 0.45]

/** Files in a browser: chosen with its own button, kept in IndexedDB. */
export const webFiles: FileWays = {
  async choose(most) {
    const files = await chosenBy(inputFor(most))
    const chosen: ChosenFile[] = []
    for (const file of files.slice(0, most)) chosen.push(await madeSmall(file))
    return chosen
  },
  async keep(id, mime, bytes) {
    const blob = new Blob([bytes.slice().buffer], { type: mime })
    try {
      await inStore('readwrite', store => store.put(blob, id))
    } catch (cause) {
      throw new FileProblem(fileWords.noRoom, { cause })
    }
    return id
  },
  async read(local) {
    return new Uint8Array(await (await blobAt(local)).arrayBuffer())
  },
  async addressOf(local) {
    return URL.createObjectURL(await blobAt(local))
  },
  async forget(local) {
    await inStore('readwrite', store => store.delete(local))
  },
}

function inputFor(most: number): HTMLInputElement {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = TAKES
  input.multiple = most > 1
  input.hidden = true
  return input
}

function chosenBy(input: HTMLInputElement): Promise<File[]> {
  // Out of the page, Safari forgets the input before the person has chosen.
  document.body.appendChild(input)
  return new Promise(resolve => {
    const done = () => {
      input.remove()
      resolve([...(input.files ?? [])])
    }
    input.addEventListener('change', done)
    input.addEventListener('cancel', done)
    input.click()
  })
}

async function madeSmall(file: File): Promise<ChosenFile> {
  const isPicture = file.type.startsWith('image/')
  if (!isPicture) return wholeFile(file)
  const canvas = await drawn(file)
  for (const quality of QUALITIES) {
    const blob = await jpegOf(canvas, quality)
    const isLast = quality === QUALITIES.at(-1)
    if (blob.size <= PHOTO_BYTES || isLast) {
      return { name: file.name, bytes: new Uint8Array(await blob.arrayBuffer()) }
    }
  }
  throw new FileProblem(fileWords.unreadable)
}

async function wholeFile(file: File): Promise<ChosenFile> {
  if (file.size > MOST_BYTES) throw new FileProblem(fileWords.tooLarge)
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

/** Drawn anew the right way up, which leaves behind what the camera wrote into the file. */
async function drawn(file: File): Promise<HTMLCanvasElement> {
  const address = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    Object.assign(canvas, fitted(image.naturalWidth, image.naturalHeight))
    const pen = canvas.getContext('2d')
    if (pen === null) throw new FileProblem(fileWords.unreadable)
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
    return canvas
  } catch (cause) {
    throw new FileProblem(fileWords.unreadable, { cause })
  } finally {
    URL.revokeObjectURL(address)
  }
}

function jpegOf(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const take = (blob: Blob | null) => (blob ? resolve(blob) : reject(new FileProblem(fileWords.unreadable)))
    canvas.toBlob(take, 'image/jpeg', quality)
  })
}

async function blobAt(local: string): Promise<Blob> {
  const found = await inStore<unknown>('readonly', store => store.get(local))
  if (found instanceof Blob) return found
  throw new FileProblem(fileWords.gone)
}

async function inStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await opened()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      const request = act(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
