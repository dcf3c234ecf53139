/**
 * Crisis plans that organisations have in spreadsheets. {@link dev.muster.scenario.sheet.plan.ImportPlan} finds the tables,
 * reads them row by row, and tells by its words which step of the default plan a step stands for.
 */
package dev.muster.scenario.sheet.plan;
