package onegrid.grid.photos;

import java.util.concurrent.Semaphore;
import onegrid.kit.problem.Problem;

/**
 * A photo that shows what it shows and tells nothing else: no place, no camera, no time of taking.
 *
 * @param width pixels, after turning it upright
 */
record CleanPhoto(PhotoKind kind, byte[] content, int width, int height) {
    private static final int LARGEST = 8 * 1024 * 1024;

    /** Larger pictures are refused before they are unpacked: a few kilobytes can claim gigabytes of pixels. */
    static final long MOST_PIXELS = 50_000_000;

    /** Unpacking takes memory; two at once are enough for a district. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    /** As it came over HTTP. */
    static CleanPhoto ofUpload(byte[] bytes) {
        if (bytes == null || bytes.length == 0) {
            throw notAPhoto("It is empty");
        }
        if (bytes.length > LARGEST) {
            throw new Problem(413, "too-large", "A photo has at most 8 MB");
        }
        return of(bytes);
    }

    /** @throws Problem 422 {@code not-a-photo} */
    static CleanPhoto of(byte[] bytes) {
        var kind = PhotoKind.of(bytes).orElseThrow(() -> notAPhoto("It is neither JPEG nor PNG nor WebP"));
        AT_ONCE.acquireUninterruptibly();
        try {
            return kind == PhotoKind.WEBP ? WebP.clean(bytes) : Raster.clean(kind, bytes);
        } finally {
            AT_ONCE.release();
        }
    }

    static void mustBeSane(int width, int height) {
        if (width <= 0 || height <= 0 || (long) width * height > MOST_PIXELS) {
            throw notAPhoto("It claims " + width + " × " + height + " pixels");
        }
    }

    /** Without the bytes: the text of a command's argument tells requests apart, and those are told apart as sent. */
    @Override
    public String toString() {
        return kind + " " + width + " × " + height;
    }

    static Problem notAPhoto(String why) {
        return new Problem(422, "not-a-photo", "This is not a photo we can take. " + why);
    }
}
