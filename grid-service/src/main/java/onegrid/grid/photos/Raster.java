package onegrid.grid.photos;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * JPEG and PNG are unpacked, turned upright, brought to at most 2560 pixels and written anew, so nothing but pixels
 * survives. Large pictures are read in steps (every second, third… pixel), which keeps memory small.
 */
final class Raster {
    private static final int LONGEST_SIDE = 2560;
    private static final float QUALITY = 0.85f;

    private Raster() {}

    static CleanPhoto clean(PhotoKind kind, byte[] bytes) {
        try {
            var picture = read(kind, bytes);
            if (kind == PhotoKind.JPEG) {
                picture = upright(picture, Orientation.of(bytes));
            }
            return new CleanPhoto(kind, write(kind, picture), picture.getWidth(), picture.getHeight());
        } catch (IOException | RuntimeException e) {
            if (e instanceof onegrid.kit.problem.Problem problem) {
                throw problem;
            }
            throw CleanPhoto.notAPhoto("Its content is damaged");
        }
    }

    private static BufferedImage read(PhotoKind kind, byte[] bytes) throws IOException {
        var reader = ImageIO.getImageReadersByMIMEType(kind.contentType()).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
            CleanPhoto.mustBeSane(reader.getWidth(0), reader.getHeight(0));
            return flat(reader.read(0, stepped(reader)), kind);
        } finally {
            reader.dispose();
        }
    }

    private static javax.imageio.ImageReadParam stepped(ImageReader reader) throws IOException {
        var longest = Math.max(reader.getWidth(0), reader.getHeight(0));
        var step = Math.max(1, (longest + LONGEST_SIDE - 1) / LONGEST_SIDE);
        var param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return param;
    }

    /** JPEG has no transparency and odd colour models; plain RGB is what every browser shows. */
    private static BufferedImage flat(BufferedImage picture, PhotoKind kind) {
        if (kind == PhotoKind.PNG
                || picture.getType() == BufferedImage.TYPE_3BYTE_BGR
                || picture.getType() == BufferedImage.TYPE_INT_RGB) {
            return picture;
        }
        var plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var graphics = plain.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        return plain;
    }

    /** Orientation 1–8 of EXIF, which is lost with the metadata, becomes pixels. */
    private static BufferedImage upright(BufferedImage picture, int orientation) {
        if (orientation <= 1 || orientation > 8) {
            return picture;
        }
        var w = picture.getWidth();
        var h = picture.getHeight();
        var turn =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
                    default -> new AffineTransform(0, -1, 1, 0, 0, w);
                };
        var swapped = orientation >= 5;
        var turned = new BufferedImage(swapped ? h : w, swapped ? w : h, BufferedImage.TYPE_3BYTE_BGR);
        new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(picture, turned);
        return turned;
    }

    private static byte[] write(PhotoKind kind, BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByMIMEType(kind.contentType()).next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            var param = writer.getDefaultWriteParam();
            if (kind == PhotoKind.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
