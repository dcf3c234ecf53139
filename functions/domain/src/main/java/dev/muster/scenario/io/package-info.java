/**
 * Reads and writes plans, scenarios, teams and recorded responses. A file goes through four gates: text ({@code
 * SourceText}), YAML ({@code YamlComposer}), the JSON Schema of its kind ({@code SchemaCheck}), and the rules that no
 * schema can say ({@code PlanRules} and its kin). Each gate names the line and the column of what it refuses.
 */
package dev.muster.scenario.io;
