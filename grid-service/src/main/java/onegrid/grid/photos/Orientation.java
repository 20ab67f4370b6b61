package onegrid.grid.photos;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing of EXIF that the picture needs: which way up it is (tag 0x0112 of IFD0). */
final class Orientation {
    private static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;

    private Orientation() {}

    /** 1…8; 1 where the file does not say or what it says cannot be read. */
    static int of(byte[] jpeg) {
        try {
            for (var at = 2; at + 4 <= jpeg.length; ) {
                if ((jpeg[at] & 0xFF) != 0xFF) {
                    return UPRIGHT;
                }
                var marker = jpeg[at + 1] & 0xFF;
                var length = (jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF;
                if (marker == START_OF_SCAN) {
                    return UPRIGHT;
                }
                if (marker == APP1 && PhotoKind.starts(jpeg, at + 4, 'E', 'x', 'i', 'f', 0, 0)) {
                    return ofTiff(ByteBuffer.wrap(jpeg, at + 10, length - 8).slice());
                }
                at += 2 + length;
            }
            return UPRIGHT;
        } catch (RuntimeException unreadable) {
            return UPRIGHT;
        }
    }

    private static int ofTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = tiff.getShort(directory) & 0xFFFF;
        for (var i = 0; i < entries; i++) {
            var entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                return tiff.getShort(entry + 8) & 0xFFFF;
            }
        }
        return UPRIGHT;
    }
}
