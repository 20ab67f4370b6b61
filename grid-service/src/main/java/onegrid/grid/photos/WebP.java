package onegrid.grid.photos;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Java cannot unpack WebP, so its container is taken apart and only the chunks with pixels are kept (lossless). */
final class WebP {
    /** Picture, transparency, colour profile, animation; EXIF, XMP and unknown chunks are left out. */
    private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ICCP", "ANIM", "ANMF");

    private static final int EXIF_AND_XMP_FLAGS = 0x0C;
    private static final int HEADER = 12;

    private WebP() {}

    static CleanPhoto clean(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var out = new ByteArrayOutputStream(bytes.length);
        var size = new int[2];
        var pixels = false;
        try {
            in.position(HEADER);
            while (in.remaining() >= 8) {
                var name = new byte[4];
                in.get(name);
                var length = in.getInt();
                var chunk = new byte[length];
                in.get(chunk);
                if (length % 2 == 1 && in.hasRemaining()) {
                    in.get();
                }
                var type = new String(name, StandardCharsets.US_ASCII);
                pixels |= measure(type, chunk, size);
                if (KEPT.contains(type)) {
                    if (type.equals("VP8X")) {
                        chunk[0] &= (byte) ~EXIF_AND_XMP_FLAGS;
                    }
                    append(out, name, chunk);
                }
            }
        } catch (RuntimeException e) {
            throw e instanceof onegrid.kit.problem.Problem problem
                    ? problem
                    : CleanPhoto.notAPhoto("Its content is damaged");
        }
        if (!pixels) {
            throw CleanPhoto.notAPhoto("It has no picture in it");
        }
        CleanPhoto.mustBeSane(size[0], size[1]);
        return new CleanPhoto(PhotoKind.WEBP, framed(out.toByteArray()), size[0], size[1]);
    }

    /** Width and height out of the picture's own header; true when this chunk holds pixels. */
    private static boolean measure(String type, byte[] c, int[] size) {
        switch (type) {
            case "VP8X" -> {
                size[0] = 1 + (c[4] & 0xFF | (c[5] & 0xFF) << 8 | (c[6] & 0xFF) << 16);
                size[1] = 1 + (c[7] & 0xFF | (c[8] & 0xFF) << 8 | (c[9] & 0xFF) << 16);
            }
            case "VP8 " -> {
                if (!PhotoKind.starts(c, 3, 0x9D, 0x01, 0x2A)) {
                    throw CleanPhoto.notAPhoto("Its content is damaged");
                }
                fit(size, (c[6] & 0xFF | (c[7] & 0x3F) << 8), (c[8] & 0xFF | (c[9] & 0x3F) << 8));
                return true;
            }
            case "VP8L" -> {
                if (!PhotoKind.starts(c, 0, 0x2F)) {
                    throw CleanPhoto.notAPhoto("Its content is damaged");
                }
                fit(
                        size,
                        1 + (c[1] & 0xFF | (c[2] & 0x3F) << 8),
                        1 + ((c[2] & 0xC0) >> 6 | (c[3] & 0xFF) << 2 | (c[4] & 0x0F) << 10));
                return true;
            }
            case "ANMF" -> {
                return true;
            }
            default -> {}
        }
        return false;
    }

    private static void fit(int[] size, int width, int height) {
        if (size[0] == 0) {
            size[0] = width;
            size[1] = height;
        }
    }

    private static void append(ByteArrayOutputStream out, byte[] name, byte[] chunk) {
        out.writeBytes(name);
        out.writeBytes(littleEndian(chunk.length));
        out.writeBytes(chunk);
        if (chunk.length % 2 == 1) {
            out.write(0);
        }
    }

    private static byte[] framed(byte[] chunks) {
        var out = new ByteArrayOutputStream(chunks.length + HEADER);
        out.writeBytes("RIFF".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(littleEndian(chunks.length + 4));
        out.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(chunks);
        return out.toByteArray();
    }

    private static byte[] littleEndian(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }
}
