package onegrid.brain.policy;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * One row of an escalation policy: when {@code condition} (CEL over {@link Facts}) is the first to hold, the case is
 * of this scale and coordinated at this level. The sentences are what a resident reads, with the placeholders of
 * {@link Sentences}.
 */
@Embeddable
public record Rule(
        String number,
        String name,
        String condition,
        @Enumerated(EnumType.STRING) Scale scale,
        @Enumerated(EnumType.STRING) Level level,
        String sentence,
        String sentenceEn) {}
