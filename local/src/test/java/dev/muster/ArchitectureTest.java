package dev.muster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** The arrows between packages. Maven keeps those between modules; this module sees them all. */
@AnalyzeClasses(
        packages = "dev.muster",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.NoTestsOfOtherModules.class})
class ArchitectureTest {

    /** The domain's composers and arbitraries come as a jar of their own. */
    static final class NoTestsOfOtherModules implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String[] DOMAIN = {
        "dev.muster.scenario..", "dev.muster.drill..", "dev.muster.scoring..",
    };
    private static final String[] AWS = {
        "dev.muster.cloud..", "dev.muster.store..", "dev.muster.queue..", "dev.muster.notify..",
    };
    private static final String[] BEHIND_A_DOOR = {
        "dev.muster.live..", "dev.muster.web..", "dev.muster.debrief..", "dev.muster.rating..", "dev.muster.report..",
    };
    private static final String[] LOCAL = {
        "dev.muster.local..", "dev.muster.cli..", "dev.muster.start..", "dev.muster.excel..", "dev.muster.marking..",
    };

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("dev.muster.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theDomainKnowsNoAws = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon..", "com.amazonaws..");

    @ArchTest
    static final ArchRule onlyTheAwsModuleKnowsTheSdk = noClasses()
            .that()
            .resideOutsideOfPackages(concat(AWS, LOCAL))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..");

    @ArchTest
    static final ArchRule theCoreKnowsNoDoor = noClasses()
            .that()
            .resideInAnyPackage(concat(DOMAIN, AWS))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(concat(BEHIND_A_DOOR, LOCAL));

    @ArchTest
    static final ArchRule everyPackageHasItsPlace = classes()
            .that()
            .resideInAPackage("dev.muster..")
            .should()
            .resideInAnyPackage(concat(DOMAIN, AWS, BEHIND_A_DOOR, LOCAL));

    private static String[] concat(String[]... lists) {
        return Arrays.stream(lists).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
