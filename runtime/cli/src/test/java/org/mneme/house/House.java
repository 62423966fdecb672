package org.mneme.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;

/** What the house tests look at: the compiled classes of every module, and the folder of the sources. */
final class House {
    /** Every class of Mneme, tests left out. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("org.mneme");

    /** Packages of the compiler module below {@code org.mneme}, each knowing only those before it. */
    static final List<List<String>> COMPILER_FLOORS = List.of(
            List.of("bits"),
            List.of("model"),
            List.of("recall"),
            List.of("ir"),
            List.of("targets"),
            List.of("lower"),
            List.of("pass"),
            List.of("map"));

    private House() {}

    /** The folder that holds the top pom.xml. */
    static Path root() {
        return Path.of(System.getProperty("mneme.root", "../.."));
    }

    /** Classes of the compiler module: its named packages, and the errors in {@code org.mneme} itself. */
    static DescribedPredicate<JavaClass> compiler() {
        return describe("in the compiler", c -> moduleOf(c.getPackageName()).equals("compiler"));
    }

    /** Classes of a module named as {@link #moduleOf} does. */
    static DescribedPredicate<JavaClass> module(String name) {
        return describe("in module " + name, c -> moduleOf(c.getPackageName()).equals(name));
    }

    /** The module a package lies in; the second part of its name outside the compiler, "" where it is not Mneme's. */
    static String moduleOf(String packageName) {
        if (packageName.equals("org.mneme")) {
            return "compiler";
        }
        if (!packageName.startsWith("org.mneme.")) {
            return "";
        }
        String name = packageName.substring("org.mneme.".length());
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        return COMPILER_FLOORS.stream().anyMatch(floor -> floor.contains(first)) ? "compiler" : first;
    }
}
