package org.mneme.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version, as the jar's manifest has it. */
final class Version implements IVersionProvider {
    /**
     * Returns the version of this build.
     *
     * @return such as "0.1.0-SNAPSHOT", or "development" outside a jar
     */
    static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"mneme " + text(), "Java " + System.getProperty("java.version")};
    }
}
