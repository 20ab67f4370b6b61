package onegrid.brain.policy;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.List;
import onegrid.kit.problem.Problem;
import org.jboss.logging.Logger;

/** A policy ready to decide: its rules in order, each condition compiled; the first that holds wins. */
public final class EscalationPolicy {
    private static final Logger LOG = Logger.getLogger(EscalationPolicy.class);
    private static final Cel CEL = cel();

    private final int version;
    private final List<Compiled> rules;

    private record Compiled(Rule rule, CelRuntime.Program condition) {}

    private EscalationPolicy(int version, List<Compiled> rules) {
        this.version = version;
        this.rules = rules;
    }

    private static Cel cel() {
        var builder = CelFactory.standardCelBuilder()
                .setOptions(CelOptions.current()
                        .maxExpressionCodePointSize(2000)
                        .maxParseRecursionDepth(50)
                        .comprehensionMaxIterations(1000)
                        .build())
                .setResultType(SimpleType.BOOL);
        Facts.DECLARED.forEach(builder::addVar);
        return builder.build();
    }

    /** 400 names each rule and place that does not compile; the last rule must be the one for everything else. */
    public static EscalationPolicy compile(int version, List<Rule> rules) {
        var errors = new ArrayList<Problem.FieldError>();
        var compiled = new ArrayList<Compiled>();
        var numbers = new java.util.HashSet<String>();
        for (var i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            var field = "rules[" + i + "]";
            if (!numbers.add(rule.number())) {
                errors.add(new Problem.FieldError(field + ".number", rule.number() + " is used twice"));
            }
            Sentences.unknownPlaceholder(rule.sentence())
                    .or(() -> Sentences.unknownPlaceholder(rule.sentenceEn()))
                    .ifPresent(word -> errors.add(new Problem.FieldError(
                            field + ".sentence", rule.number() + ": there is no placeholder " + word)));
            try {
                var ast = CEL.compile(rule.condition()).getAst();
                compiled.add(new Compiled(rule, CEL.createProgram(ast)));
            } catch (CelValidationException e) {
                e.getErrors().forEach(issue -> errors.add(error(field, rule, issue)));
            } catch (CelEvaluationException e) {
                errors.add(new Problem.FieldError(field + ".condition", rule.number() + ": cannot be evaluated"));
            }
        }
        if (rules.isEmpty() || !rules.getLast().condition().strip().equals("true")) {
            errors.add(new Problem.FieldError(
                    "rules", "must end with a rule whose condition is true, so that every case is decided"));
        }
        if (!errors.isEmpty()) {
            var first = errors.getFirst();
            throw new Problem(400, "validation", first.field() + " " + first.message()).with("errors", errors);
        }
        return new EscalationPolicy(version, compiled);
    }

    private static Problem.FieldError error(String field, Rule rule, dev.cel.common.CelIssue issue) {
        var place = issue.getSourceLocation();
        return new Problem.FieldError(
                field + ".condition",
                "%s (line %d, column %d): %s"
                        .formatted(rule.number(), place.getLine(), place.getColumn() + 1, issue.getMessage()));
    }

    /** The first rule that holds. A condition that fails on these facts does not hold; the last one always does. */
    public Rule decide(Facts facts) {
        return rules.stream().filter(rule -> holds(rule, facts)).findFirst().orElseThrow().rule;
    }

    private boolean holds(Compiled rule, Facts facts) {
        try {
            return Boolean.TRUE.equals(rule.condition.eval(facts.values()));
        } catch (CelEvaluationException e) {
            LOG.warnf("Rule fails, policy=%d rule=%s: %s", version, rule.rule.number(), e.getMessage());
            return false;
        }
    }

    public int version() {
        return version;
    }
}
