package dev.muster.web;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Who may pass stands in the route tables and is decided in the router. A caller has no role that a handler could ask for,
 * and what is left to ask is out of the handlers' reach.
 */
@AnalyzeClasses(packages = "dev.muster.web", importOptions = DoNotIncludeTests.class)
class OneGateTest {

    @ArchTest
    static final ArchRule onlyTheRouterSignsIn = noClasses()
            .that(not(belongToAnyOf(Router.class, SignIn.class)))
            .should()
            .callMethodWhere(target(owner(type(SignIn.class))));

    @ArchTest
    static final ArchRule onlyTheRouterReadsWhomARouteTakes = noClasses()
            .that(not(belongToAnyOf(Router.class, Route.class)))
            .should()
            .callMethodWhere(target(owner(type(Route.class))).and(target(name("role"))));
}
