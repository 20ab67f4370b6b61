package onegrid.newsector.places;

/** Great-circle distance on a sphere (haversine); off by at most half a percent, enough for "near by". */
public final class Distance {
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    private Distance() {}

    /** Metres between two points in WGS-84 degrees. */
    public static double metres(double longitude1, double latitude1, double longitude2, double latitude2) {
        var latitude = Math.toRadians(latitude2 - latitude1);
        var longitude = Math.toRadians(longitude2 - longitude1);
        var a = square(Math.sin(latitude / 2))
                + Math.cos(Math.toRadians(latitude1))
                        * Math.cos(Math.toRadians(latitude2))
                        * square(Math.sin(longitude / 2));
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(a)));
    }

    private static double square(double x) {
        return x * x;
    }
}
