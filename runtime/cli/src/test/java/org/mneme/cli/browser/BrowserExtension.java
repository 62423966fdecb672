package org.mneme.cli.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One browser for all tests, a fresh tab for each. After a test, no page may have complained on the console or asked another origin
 * for anything; of a test that failed the page is pictured.
 */
final class BrowserExtension
        implements ExecutionCondition,
                ParameterResolver,
                BeforeEachCallback,
                AfterTestExecutionCallback,
                AfterEachCallback {
    private static final Namespace OURS = Namespace.create(BrowserExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return switch (found(context)) {
            case Chromium chromium -> ConditionEvaluationResult.enabled("with " + chromium.browser());
            case Missing(String reason) -> ConditionEvaluationResult.disabled(reason);
        };
    }

    private static Search found(ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(Search.class, key -> Chromium.find(System.getenv()), Search.class);
    }

    private static Browser browser(ExtensionContext context) {
        return context.getRoot().getStore(OURS).computeIfAbsent(Browser.class, key -> start(context), Browser.class);
    }

    private static Browser start(ExtensionContext context) {
        if (found(context) instanceof Chromium chromium) {
            return Browser.start(chromium);
        }
        throw new IllegalStateException("tests run without a browser");
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        browser(context).freshTab();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            Browser browser = browser(context);
            String test = context.getRequiredTestClass().getSimpleName() + "-"
                    + context.getRequiredTestMethod().getName();
            context.publishReportEntry("page", browser.picture("failed-" + test).toString());
            context.publishReportEntry("console", String.join("\n", browser.takeComplaints()));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Browser browser = browser(context);
        if (context.getExecutionException().isEmpty()) {
            assertEquals(List.of(), browser.takeComplaints(), "what the page said on the console");
            assertEquals(List.of(), browser.takeOutsideRequests(), "requests to other origins");
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Browser.class || type == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class ? browser(context) : found(context);
    }
}
