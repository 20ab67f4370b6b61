package onegrid.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What the service under test writes into its log, in the form in which it writes it. */
public final class LogLines implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final Handler listener;

    private LogLines(Logger logger, String format) {
        var formatter = new PatternFormatter(format);
        this.logger = logger;
        this.listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(formatter.format(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(listener);
    }

    /** Listens to the loggers of this name and below it until closed. */
    public static LogLines of(String name) {
        return new LogLines(
                Logger.getLogger(name),
                ConfigProvider.getConfig().getValue("quarkus.log.console.format", String.class));
    }

    /** The lines that hold this text. */
    public List<String> with(String text) {
        return lines.stream().filter(line -> line.contains(text)).toList();
    }

    @Override
    public void close() {
        logger.removeHandler(listener);
    }
}
