package onegrid.grid.cases;

import java.time.Instant;
import java.util.UUID;

/**
 * A report as it comes to the aggregate: text and address already masked, place already found.
 *
 * @param place null where the reporter named none or no grid is drawn there
 * @param contactBy until when the reporter is to be contacted; null without a phone
 * @param complainedOf unit or company that the report complains of; null for none
 * @param key C12: the same submission never makes two cases; null when the caller named no key
 */
record Intake(
        UUID id,
        String number,
        String text,
        Channel channel,
        Integer peopleAffected,
        boolean injury,
        Double longitude,
        Double latitude,
        String address,
        Place place,
        String districtCode,
        Instant contactBy,
        String complainedOf,
        String tokenHash,
        String key) {}
