package org.mneme.motor;

import org.mneme.runtime.config.Setting;

/** Numbers of settings, in their ranges. */
final class Numbers {
    private Numbers() {}

    static double between(Setting.Value value, double least, double most) {
        double number = value.number();
        if (number < least || number > most) {
            throw value.error(value.text() + " is not in " + Shown.number(least) + "…" + Shown.number(most));
        }
        return number;
    }

    static double positive(Setting.Value value) {
        double number = value.number();
        if (!(number > 0)) {
            throw value.error(value.text() + " is not above 0");
        }
        return number;
    }

    static double positive(Setting.Value value, double most) {
        double number = positive(value);
        if (number > most) {
            throw value.error(value.text() + " is above " + Shown.number(most));
        }
        return number;
    }
}
