package onegrid.acceptance;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Photos as a phone would take them, only plainer. */
final class Pictures {
    private Pictures() {}

    static byte[] jpeg() {
        var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0x5b6b7a));
        pen.fillRect(0, 0, 640, 480);
        pen.setColor(new Color(0x9ec9e8));
        pen.fillOval(220, 80, 200, 320);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
