package onegrid.grid.photos;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Small pictures with the metadata that phones write. */
public final class Pictures {
    private Pictures() {}

    public static byte[] picture(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A JPEG lying on its side, with EXIF that says so and a place in it. */
    static byte[] jpegWithExif(int width, int height) {
        var jpeg = picture("jpg", width, height);
        var exif = exif();
        return ByteBuffer.allocate(jpeg.length + exif.length + 4)
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) 0xE1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] exif() {
        var place = "GPS 34.7735N 114.4337E".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + place.length)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0)
                .putInt(0)
                .put(place)
                .array();
    }

    /** A lossless WebP's container with an EXIF chunk behind the picture. */
    static byte[] webpWithExif() {
        var pixels = new byte[] {0x2F, 0x01, 0x40, 0, 0, 0};
        var place = "GPS 34.7735N 114.4337E".getBytes(StandardCharsets.US_ASCII);
        var body = ByteBuffer.allocate(4 + 8 + pixels.length + 8 + place.length)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .put("VP8L".getBytes(StandardCharsets.US_ASCII))
                .putInt(pixels.length)
                .put(pixels)
                .put("EXIF".getBytes(StandardCharsets.US_ASCII))
                .putInt(place.length)
                .put(place)
                .array();
        return ByteBuffer.allocate(8 + body.length)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(body.length)
                .put(body)
                .array();
    }
}
