package onegrid.acceptance;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;

/**
 * `./onegrid demo [--speed 60] [--reports 440]`: a day of the district. Reports come in over 24 hours, most by day; posts
 * answer, handle, verify and rate them. A speed of 60 plays an hour in a minute.
 */
public final class Demo {
    record Sample(String text, String code, String people, String channel) {}

    private final District district;
    private final double speed;
    private final Random random = new Random();

    private Demo(District district, double speed) {
        this.district = district;
        this.speed = speed;
    }

    public static void main(String... words) throws Exception {
        var speed = 120.0;
        var reports = Integer.MAX_VALUE;
        try {
            for (var i = 0; i < words.length; i += 2) {
                switch (words[i]) {
                    case "--speed" -> speed = Double.parseDouble(words[i + 1]);
                    case "--reports" -> reports = Integer.parseInt(words[i + 1]);
                    default -> throw new IllegalArgumentException(words[i]);
                }
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            System.err.println("usage: ./onegrid demo [--speed 120] [--reports 440]");
            System.exit(2);
        }
        var samples = samples();
        new Demo(District.running(), speed).play(samples.subList(0, Math.min(reports, samples.size())));
        System.exit(0);
    }

    static List<Sample> samples() throws IOException {
        try (var reader =
                        new InputStreamReader(Demo.class.getResourceAsStream("/reports.csv"), StandardCharsets.UTF_8);
                var rows = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            var samples = new ArrayList<>(rows.stream()
                    .map(row -> new Sample(
                            row.get("text"), row.get("code"), row.get("people_affected"), row.get("channel")))
                    .toList());
            Collections.shuffle(samples);
            return samples;
        }
    }

    private void play(List<Sample> samples) throws InterruptedException {
        var places = new Places(district, random);
        var day = new DayOfPosts(district, random);
        var moments =
                random.doubles(samples.size()).map(Demo::hourOfDay).sorted().toArray();
        System.out.printf(
                "A day of the district, %d reports in %.0f minutes; watch %s/centre%n",
                samples.size(), 24 * 60 / speed, district.gateway());
        var hour = 0.0;
        for (var i = 0; i < samples.size(); i++) {
            pause(moments[i] - hour);
            hour = moments[i];
            var number = day.report(samples.get(i), places.anywhere());
            System.out.printf(
                    "%02d:%02d  %s  %s%n",
                    (int) hour, (int) (hour % 1 * 60), number, samples.get(i).text());
            day.workOnSome();
        }
        System.out.println("The day is over. " + day.summary());
    }

    /** Few reports at night, most between eight and twenty. */
    private static double hourOfDay(double share) {
        return share < 0.1 ? share * 70 : share < 0.9 ? 7 + (share - 0.1) * 16.25 : 20 + (share - 0.9) * 39;
    }

    private void pause(double hours) throws InterruptedException {
        Thread.sleep(Duration.ofMillis((long) (hours * 3_600_000 / speed)));
    }
}
