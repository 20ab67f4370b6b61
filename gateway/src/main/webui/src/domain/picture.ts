/** A photo made small enough to send: at most 1600 px, JPEG, and a thumbnail to remember. */
export interface SmallPicture {
  photo: Blob
  /** JPEG as base64, ≤ 240 px: what a kept draft shows again. */
  thumbnail: string
}

const LONGEST = 1600
const THUMBNAIL = 240

/** Throws when the browser cannot read it as a picture. Drawing anew also leaves place and device data behind. */
export async function shrink(file: Blob): Promise<SmallPicture> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const photo = await toBlob(drawn(picture, LONGEST), 0.82)
    const thumbnail = drawn(picture, THUMBNAIL).toDataURL('image/jpeg', 0.7).split(',')[1]!
    return { photo, thumbnail }
  } finally {
    picture.close()
  }
}

function drawn(picture: ImageBitmap, longest: number): HTMLCanvasElement {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const pen = canvas.getContext('2d')!
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

function toBlob(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/jpeg', quality),
  )
}

/** Shows a thumbnail on a canvas: the page's policy allows no data: or blob: pictures. */
export async function paint(canvas: HTMLCanvasElement, thumbnail: string) {
  const bytes = Uint8Array.from(atob(thumbnail), (letter) => letter.charCodeAt(0))
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }))
  canvas.width = picture.width
  canvas.height = picture.height
  canvas.getContext('2d')?.drawImage(picture, 0, 0)
  picture.close()
}
