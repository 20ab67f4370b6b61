package onegrid.grid.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import onegrid.kit.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CleanPhotoTest {
    @Test
    void aJpegLosesItsPlace() {
        assertThat(text(CleanPhoto.of(Pictures.jpegWithExif(40, 20)))).doesNotContain("GPS", "Exif");
    }

    @Test
    void aJpegOnItsSideIsTurnedUpright() {
        var clean = CleanPhoto.of(Pictures.jpegWithExif(40, 20));

        assertThat(new int[] {clean.width(), clean.height()}).containsExactly(20, 40);
    }

    @Test
    void aWebpLosesItsPlace() {
        assertThat(text(CleanPhoto.of(Pictures.webpWithExif())))
                .doesNotContain("GPS", "EXIF")
                .contains("VP8L");
    }

    @Test
    void aLargePictureIsMadeSmaller() {
        assertThat(CleanPhoto.of(Pictures.picture("jpg", 5200, 100)).width()).isLessThanOrEqualTo(2560);
    }

    @Test
    void aPngStaysAPng() {
        assertThat(CleanPhoto.of(Pictures.picture("png", 30, 30)).kind()).isEqualTo(PhotoKind.PNG);
    }

    static Stream<byte[]> notPhotos() {
        var jpeg = Pictures.picture("jpg", 40, 20);
        var bomb = Pictures.picture("png", 10, 10);
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        return Stream.of(
                "<html>not a photo</html>".getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
                Arrays.copyOf(jpeg, 100),
                "RIFF\0\0\0\0WEBPVP8 \uFFFF".getBytes(StandardCharsets.ISO_8859_1),
                "RIFF\4\0\0\0WEBP".getBytes(StandardCharsets.ISO_8859_1),
                bomb);
    }

    @ParameterizedTest
    @MethodSource("notPhotos")
    void whatIsNotAPhotoIsRefused(byte[] bytes) {
        assertThatThrownBy(() -> CleanPhoto.of(bytes)).isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status())
                .isEqualTo(422));
    }

    private static String text(CleanPhoto clean) {
        return new String(clean.content(), StandardCharsets.ISO_8859_1);
    }
}
