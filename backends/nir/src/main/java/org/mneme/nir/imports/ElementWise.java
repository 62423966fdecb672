package org.mneme.nir.imports;

import java.util.Arrays;

/** Arithmetic of numbers that are one an element. */
final class ElementWise {
    private ElementWise() {}

    static double[] times(double[] a, double[] b) {
        double[] product = new double[a.length];
        Arrays.setAll(product, i -> a[i] * b[i]);
        return product;
    }

    static double[] times(double factor, double[] b) {
        return Arrays.stream(b).map(value -> factor * value).toArray();
    }

    static double[] plus(double[] a, double[] b) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, i -> a[i] + b[i]);
        return sum;
    }

    static double[] oneMinus(double[] a) {
        return Arrays.stream(a).map(value -> 1 - value).toArray();
    }

    static double[] filled(int size, double value) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return values;
    }
}
