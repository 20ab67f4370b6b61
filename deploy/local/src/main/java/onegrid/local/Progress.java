package onegrid.local;

/** Hears how a start goes on; called from several threads. */
public interface Progress {
    /** @param seconds since the start began */
    void ready(String part, double seconds);

    void note(String text);
}
