package onegrid.grid.open311;

import java.util.Map;

/**
 * A part of the map, WGS-84 degrees. It is looked for among the rounded points that an answer shows, so that no number of
 * questions finds out more than one answer tells.
 */
sealed interface Area {
    String condition();

    Map<String, Object> values();

    /** Both edges are part of it. */
    record Box(double west, double south, double east, double north) implements Area {
        @Override
        public String condition() {
            return "c.longitude between :west and :east and c.latitude between :south and :north";
        }

        @Override
        public Map<String, Object> values() {
            return Map.of("west", west, "east", east, "south", south, "north", north);
        }
    }

    /** On a plane, which is right to a metre over the kilometres of a district. */
    record Circle(double longitude, double latitude, double metres) implements Area {
        private static final double METRES_A_DEGREE = 111_320;

        @Override
        public String condition() {
            return "power((c.longitude - :longitude) * :metresEast, 2)"
                    + " + power((c.latitude - :latitude) * :metresNorth, 2) <= :square";
        }

        @Override
        public Map<String, Object> values() {
            return Map.of(
                    "longitude",
                    longitude,
                    "latitude",
                    latitude,
                    "metresEast",
                    METRES_A_DEGREE * Math.cos(Math.toRadians(latitude)),
                    "metresNorth",
                    METRES_A_DEGREE,
                    "square",
                    metres * metres);
        }
    }
}
